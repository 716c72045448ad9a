/**
 * What is asked for: the user's settings, the wanted parts of the records, the requests for pages,
 * and the digest of the query that a cursor belongs to. {@link DescribedSource} is a connection
 * without its credential.
 */
@NullMarked
package dev.tidemark.rest.query;

import org.jspecify.annotations.NullMarked;
