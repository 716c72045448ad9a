/** The stores are broken on purpose, and their tests notice. */
@NullMarked
package dev.tidemark.aws.mutation;

import org.jspecify.annotations.NullMarked;
