/**
 * Access tokens that a simulator issues and forgets again: by its own clock, after so many requests
 * or when a test says so, so that a token can expire in the middle of a walk.
 */
@NullMarked
package dev.tidemark.simulators.credential;

import org.jspecify.annotations.NullMarked;
