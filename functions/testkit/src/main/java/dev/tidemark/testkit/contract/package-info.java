/**
 * What an adapter owes, as abstract test classes: every promise in a port's Javadoc is a test here.
 * An adapter's own test extends one of them, says how to reach the adapter and adds nothing.
 */
@NullMarked
package dev.tidemark.testkit.contract;

import org.jspecify.annotations.NullMarked;
