/**
 * One fault at a time on the wires to S3 and DynamoDB, below the real clients: what they repeat by
 * themselves, and what their repetitions are refused by, is real.
 */
@NullMarked
package dev.tidemark.cli.faults;

import org.jspecify.annotations.NullMarked;
