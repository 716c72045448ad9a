package dev.tidemark.rest.request;

import dev.tidemark.rest.definition.Errors;
import dev.tidemark.rest.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells a refusal that asks to wait from one that stands. A 403 alone is a refusal: it is a
 * wait only where the answer says when to come back or that nothing is left of a budget.
 */
final class RateSigns {
  /** By which servers say that they are asked too often, each of them and nothing else. */
  private static final Set<Integer> ALWAYS = Set.of(420, 429, 509, 529);

  private static final List<String> REMAINING =
      List.of("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining");
  private static final List<String> RESETS =
      List.of("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset");

  private RateSigns() {}

  /**
   * Whether {@code answer} asks to wait.
   *
   * @param stated whether it says when to come back, in a header or where the definition says
   * @param wait how long it asks to wait; null where it does not say
   */
  static boolean asksToWait(
      Response answer, ErrorBody body, Errors errors, boolean stated, @Nullable Duration wait) {
    int status = answer.status();
    return ALWAYS.contains(status)
        || (status == 503 && wait != null)
        || (status == 403 && (stated || spent(answer)))
        || body.throttles(status, errors.throttled());
  }

  /** How long it is until the budget is full again that {@code answer} says is spent. */
  static @Nullable Duration untilReset(Response answer, Instant now) {
    Duration standard = RateFields.wait(answer);
    if (standard != null) {
      return standard;
    }
    String resets = spent(answer) ? header(answer, RESETS) : null;
    return resets == null ? null : RetryAfter.secondsOrEpoch(resets, now);
  }

  private static boolean spent(Response answer) {
    String left = header(answer, REMAINING);
    return left != null && left.strip().matches("0+|-\\d+");
  }

  private static @Nullable String header(Response answer, List<String> names) {
    return answer.headers().stream()
        .filter(one -> names.stream().anyMatch(one.getKey()::equalsIgnoreCase))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
