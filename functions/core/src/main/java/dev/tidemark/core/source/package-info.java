/**
 * What core asks of an API: pages of a list, single records, and to recognise what was published of
 * them. How an API is spoken to is for an adapter to know; here are the ports and their outcomes,
 * which are values; and how what an API allows to an account is divided among those who call it.
 */
@NullMarked
package dev.tidemark.core.source;

import org.jspecify.annotations.NullMarked;
