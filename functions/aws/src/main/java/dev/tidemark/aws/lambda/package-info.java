/**
 * The function's invocation of itself, which is how a leg asks for the next one. What it asks is a
 * hint: the table decides what an invocation does, and the sweep finds what no invocation was asked
 * for.
 */
@NullMarked
package dev.tidemark.aws.lambda;

import org.jspecify.annotations.NullMarked;
