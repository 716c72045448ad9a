/** The bucket as a store of objects in which a key is written once. */
@NullMarked
package dev.tidemark.aws.s3;

import org.jspecify.annotations.NullMarked;
