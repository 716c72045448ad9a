/**
 * Commands that come from modules of their own, so that the libraries which they alone need are not
 * fetched before one of them is called.
 */
@NullMarked
package dev.tidemark.cli.extension;

import org.jspecify.annotations.NullMarked;
