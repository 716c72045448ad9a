/**
 * How a run lands in any store of objects: batches that are written once and never replaced, beside
 * each a journal from which a later leg can continue, manifests, and segments of fingerprints. A
 * name that carries a digest is checked against what is read from it.
 */
@NullMarked
package dev.tidemark.lake.landing;

import org.jspecify.annotations.NullMarked;
