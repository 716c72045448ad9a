/**
 * What is already published, in 40 bytes a record: 128 bits of a record's identity, 64 of its
 * bytes, and the place of its line among those of its identity. A record whose fingerprint is known
 * was published with the same bytes and is dropped; one that is not known is published, so that
 * forgetting costs a duplicate and never a record.
 */
@NullMarked
package dev.tidemark.core.fingerprint;

import org.jspecify.annotations.NullMarked;
