package dev.tidemark.cli.runtimeapi;

import java.time.Duration;

/**
 * What the platform asks of a process.
 *
 * @param requestId the same when it is tried again
 * @param arn by which the function was called
 * @param life after which the process is killed, from when the process took it
 */
record Invocation(String requestId, String arn, String event, Duration life) {}
