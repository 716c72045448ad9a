/** The adapters in memory, held to the contract kits. */
@NullMarked
package dev.tidemark.testkit.memory;

import org.jspecify.annotations.NullMarked;
