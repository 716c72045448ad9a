/** What is common to the tests of all modules. */
@NullMarked
package dev.tidemark.testkit;

import org.jspecify.annotations.NullMarked;
