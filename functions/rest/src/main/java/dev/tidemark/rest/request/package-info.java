/**
 * How one request is let in, paced, answered and refused. {@link Session} is what all requests to
 * one account share.
 */
@NullMarked
package dev.tidemark.rest.request;

import org.jspecify.annotations.NullMarked;
