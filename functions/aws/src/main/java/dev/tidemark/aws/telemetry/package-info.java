/**
 * What a running function reports to its operators: one JSON line per event of a leg, and metrics
 * as lines in CloudWatch's embedded metric format, so that neither costs a call. Texts are redacted
 * before they come here.
 */
@NullMarked
package dev.tidemark.aws.telemetry;

import org.jspecify.annotations.NullMarked;
