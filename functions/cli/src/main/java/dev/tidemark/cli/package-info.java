/**
 * The operator's command. It runs the deployed handlers on this machine, over an S3 and a DynamoDB
 * that live in one folder, and says what became of it in tables and, for scripts, in JSON.
 */
@NullMarked
package dev.tidemark.cli;

import org.jspecify.annotations.NullMarked;
