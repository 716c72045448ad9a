/**
 * Who runs what: the identity of a resource, of a run and of an invocation's request, and the port
 * by which a leg asks for its successor. Everything here is a value or a port; nothing knows AWS or
 * HTTP.
 */
@NullMarked
package dev.tidemark.core.run;

import org.jspecify.annotations.NullMarked;
