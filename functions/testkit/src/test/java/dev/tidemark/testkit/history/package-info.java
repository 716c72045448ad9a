/**
 * Random histories of a collection: records come, change and go between any two calls of its API
 * while it is being landed, and in the end the lake must equal the truth. Every history follows
 * from one seed.
 */
@NullMarked
package dev.tidemark.testkit.history;

import org.jspecify.annotations.NullMarked;
