/**
 * Credentials: how they are read, how they are shown to an API, and how they are kept out of
 * everything else.
 */
@NullMarked
package dev.tidemark.rest.auth;

import org.jspecify.annotations.NullMarked;
