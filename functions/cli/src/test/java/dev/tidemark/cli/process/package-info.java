/**
 * The command as a user runs it: a process of its own with the launcher's flags, against simulated
 * APIs in the test's process. What it landed is read without any code of the product.
 */
@NullMarked
package dev.tidemark.cli.process;

import org.jspecify.annotations.NullMarked;
