/**
 * When something happens: at the n-th request to a resource, at every n-th, at the first m, from
 * the n-th on, always. A plan holds what is scheduled (quirks to show, hooks to run) and counts the
 * requests to each resource since the item was added, so that a test can say "the third page from
 * now" without knowing what went before.
 */
@NullMarked
package dev.tidemark.simulators.schedule;

import org.jspecify.annotations.NullMarked;
