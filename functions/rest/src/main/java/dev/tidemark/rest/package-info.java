/**
 * Sources over HTTP: {@link SourceConnection} is an account of a source, ready to be asked; it
 * makes the readers of its resources.
 */
@NullMarked
package dev.tidemark.rest;

import org.jspecify.annotations.NullMarked;
