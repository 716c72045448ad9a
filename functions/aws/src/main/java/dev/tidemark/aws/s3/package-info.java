/**
 * The bucket: batches that are written once and never replaced, beside each a journal from which a
 * later leg can continue, manifests, and segments of fingerprints. A name that carries a digest is
 * checked against what is read from it.
 */
@NullMarked
package dev.tidemark.aws.s3;

import org.jspecify.annotations.NullMarked;
