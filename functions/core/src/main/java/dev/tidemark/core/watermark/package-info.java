/**
 * Record time: what a watermark is, what an API promises about the order of its records, and from
 * those the lower bound of the next run and the checkpoint of the last. Pure functions of values;
 * the clock is an argument.
 */
@NullMarked
package dev.tidemark.core.watermark;

import org.jspecify.annotations.NullMarked;
