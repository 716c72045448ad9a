/**
 * What an API holds: collections of records that are the same for the same seed, that a test may
 * change during a walk, and that tell the truth afterwards, byte by byte. A share of the records is
 * nasty on purpose; each kind is one constant of {@link dev.tidemark.simulators.dataset.Nasty}.
 */
@NullMarked
package dev.tidemark.simulators.dataset;

import org.jspecify.annotations.NullMarked;
