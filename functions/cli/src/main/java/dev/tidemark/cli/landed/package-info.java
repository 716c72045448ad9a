/**
 * What landed, as one truth: the published state in the forms in which it is exported, and where it
 * goes.
 */
@NullMarked
package dev.tidemark.cli.landed;

import org.jspecify.annotations.NullMarked;
