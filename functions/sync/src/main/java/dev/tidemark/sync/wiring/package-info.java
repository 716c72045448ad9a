/** What a function is made of, from its environment. */
@NullMarked
package dev.tidemark.sync.wiring;

import org.jspecify.annotations.NullMarked;
