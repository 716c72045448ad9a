/**
 * What is already published, in 24 bytes a record: 128 bits of a record's identity and 64 of its
 * bytes. A record whose fingerprint is known was published with the same bytes and is dropped; one
 * that is not known is published, so that forgetting costs a duplicate and never a record.
 */
@NullMarked
package dev.tidemark.core.fingerprint;

import org.jspecify.annotations.NullMarked;
