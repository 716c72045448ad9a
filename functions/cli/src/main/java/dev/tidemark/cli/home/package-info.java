/**
 * The folder in which everything local lives: state, lake and logs; one process works in it at a
 * time.
 */
@NullMarked
package dev.tidemark.cli.home;

import org.jspecify.annotations.NullMarked;
