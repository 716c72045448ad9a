/**
 * An API in memory: a collection that is walked page by page, changes while it is walked, and
 * misbehaves as a test sets it to. Its truth is known, so that a test can ask whether the lake
 * equals it.
 */
@NullMarked
package dev.tidemark.testkit.source;

import org.jspecify.annotations.NullMarked;
