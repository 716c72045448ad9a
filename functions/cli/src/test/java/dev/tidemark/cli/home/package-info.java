/** Tests of the folder in which everything local lives. */
@NullMarked
package dev.tidemark.cli.home;

import org.jspecify.annotations.NullMarked;
