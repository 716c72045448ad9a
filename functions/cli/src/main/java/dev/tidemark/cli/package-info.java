/**
 * The operator's command. It runs the deployed handlers on this machine, over the files of one
 * folder, and says what became of it in tables and, for scripts, in JSON.
 */
@NullMarked
package dev.tidemark.cli;

import org.jspecify.annotations.NullMarked;
