/** Tests of datasets. */
@NullMarked
package dev.tidemark.simulators.dataset;

import org.jspecify.annotations.NullMarked;
