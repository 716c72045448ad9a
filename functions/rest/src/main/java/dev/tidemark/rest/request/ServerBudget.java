package dev.tidemark.rest.request;

import dev.tidemark.rest.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Headers that say how many more requests the server will take, as in {@code total=10; remaining=0;
 * resets=42}.
 */
public final class ServerBudget {
  private static final Pattern REMAINING = Pattern.compile("\\bremaining\\s*=\\s*(-?\\d{1,9})\\b");
  private static final Pattern RESETS =
      Pattern.compile("\\bresets?\\s*=\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\b");

  private static final Duration BELIEVED = Duration.ofHours(1);

  private final List<String> prefixes;

  /**
   * Reads the headers whose names begin so.
   *
   * @param prefixes how the names of such headers begin
   */
  public ServerBudget(List<String> prefixes) {
    this.prefixes = prefixes.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
  }

  /** Holds {@code line} back for as long as {@code answer} asks, if it does. */
  public void heed(Response answer, Line line) {
    Instant now = line.clock().instant();
    Duration wait = wait(answer, now);
    if (wait != null) {
      line.hold(now.plus(wait));
    }
  }

  /**
   * How long {@code answer} asks to wait; null where it does not. Headers that every API may send
   * are obeyed beside the declared ones, but for waits so long that they may mean something else:
   * those are waited for once a request is refused.
   */
  private @Nullable Duration wait(Response answer, Instant now) {
    Duration longest = RateSigns.untilReset(answer, now);
    longest = longest == null || longest.compareTo(BELIEVED) > 0 ? null : longest;
    for (Map.Entry<String, String> header :
        prefixes.isEmpty() ? List.<Map.Entry<String, String>>of() : answer.headers()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      Duration wait = prefixes.stream().anyMatch(name::startsWith) ? wait(header.getValue()) : null;
      if (wait != null && (longest == null || wait.compareTo(longest) > 0)) {
        longest = wait;
      }
    }
    return longest;
  }

  private static @Nullable Duration wait(String value) {
    String text = value.toLowerCase(Locale.ROOT);
    Matcher remaining = REMAINING.matcher(text);
    Matcher resets = RESETS.matcher(text);
    return remaining.find() && Integer.parseInt(remaining.group(1)) <= 0 && resets.find()
        ? RetryAfter.seconds(resets.group(1))
        : null;
  }
}
