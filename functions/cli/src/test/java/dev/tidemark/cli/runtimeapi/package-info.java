/**
 * The deployed functions as Lambda runs them: processes of their own under Lambda's runtime client,
 * with the jars of the bundle, against a Runtime API, an S3 and a DynamoDB in the test's process.
 * They are killed, frozen, starved and invoked twice while they land a simulated API.
 */
@NullMarked
package dev.tidemark.cli.runtimeapi;

import org.jspecify.annotations.NullMarked;
