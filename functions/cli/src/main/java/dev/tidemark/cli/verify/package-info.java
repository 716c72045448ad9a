/**
 * Whether what is published is what the API has: what a difference means, which of them are losses,
 * and what is said of them.
 */
@NullMarked
package dev.tidemark.cli.verify;

import org.jspecify.annotations.NullMarked;
