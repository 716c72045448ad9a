/** A simulation of workers that share the rate of an account, and the table that it prints. */
@NullMarked
package dev.tidemark.testkit.rates;

import org.jspecify.annotations.NullMarked;
