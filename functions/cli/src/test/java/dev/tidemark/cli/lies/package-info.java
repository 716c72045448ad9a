/**
 * The command against APIs that are not as their files say: what it publishes is the truth, or it
 * fails and names the cause.
 */
@NullMarked
package dev.tidemark.cli.lies;

import org.jspecify.annotations.NullMarked;
