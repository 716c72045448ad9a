/**
 * Sources over HTTP: {@link SourceConnection} is an account of a source, ready to be asked; {@link
 * RestPageReader} interprets a definition's resource, and is the only one who does.
 */
@NullMarked
package dev.tidemark.rest;

import org.jspecify.annotations.NullMarked;
