/** The plan of faults at the calls of ports. */
@NullMarked
package dev.tidemark.testkit.fault;

import org.jspecify.annotations.NullMarked;
