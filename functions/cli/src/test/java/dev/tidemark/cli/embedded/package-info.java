/**
 * Amazon's stand-ins on this machine: an S3 that keeps objects as plain files and a DynamoDB that
 * keeps its tables in one.
 */
@NullMarked
package dev.tidemark.cli.embedded;

import org.jspecify.annotations.NullMarked;
