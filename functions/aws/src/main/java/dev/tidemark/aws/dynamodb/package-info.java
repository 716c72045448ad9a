/**
 * The state table: one item per resource, whole items written under a condition on the revision
 * that is stored. Items are native maps all the way down, so that an operator can read them in the
 * console; nothing here expires or is deleted.
 */
@NullMarked
package dev.tidemark.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
