package dev.tidemark.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a run failed, for the operator who is paged.
 *
 * @param reason one sentence that names the place and the remedy; redacted
 * @param requestId the vendor's id of the request that failed; null where there is none
 */
public record Failure(String reason, @Nullable String requestId, Instant at) {}
