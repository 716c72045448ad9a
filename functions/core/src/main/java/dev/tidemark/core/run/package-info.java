/**
 * Who runs what: the identity of a resource and of a run, and what an invocation asks for.
 * Everything here is a value; nothing knows AWS or HTTP.
 */
@NullMarked
package dev.tidemark.core.run;

import org.jspecify.annotations.NullMarked;
