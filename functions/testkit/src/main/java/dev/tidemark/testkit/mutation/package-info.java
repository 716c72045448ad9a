/**
 * Breaks the product on purpose: one piece of its source is replaced, compiled in memory and loaded
 * in place of the class that was built, and then a named test has to fail.
 */
@NullMarked
package dev.tidemark.testkit.mutation;

import org.jspecify.annotations.NullMarked;
