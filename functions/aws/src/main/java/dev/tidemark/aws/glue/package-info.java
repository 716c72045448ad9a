/** The tables of a database in the catalog of AWS Glue, as far as Tidemark keeps any. */
@NullMarked
package dev.tidemark.aws.glue;

import org.jspecify.annotations.NullMarked;
