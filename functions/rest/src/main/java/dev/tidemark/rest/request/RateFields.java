package dev.tidemark.rest.request;

import dev.tidemark.rest.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields {@code RateLimit} and {@code RateLimit-Policy} of the IETF's draft
 * draft-ietf-httpapi-ratelimit-headers, as in {@code "hour";r=0;t=30} beside {@code
 * "hour";q=100;w=3600}, and the older {@code limit=100, remaining=0, reset=30}.
 */
final class RateFields {
  private static final Pattern NAME = Pattern.compile("^\\s*\"?([^\";,]*)\"?");
  private static final Pattern LEFT = parameter("r");
  private static final Pattern RESETS = parameter("t");
  private static final Pattern WINDOW = parameter("w");
  private static final Pattern OLD_LEFT = member("remaining");
  private static final Pattern OLD_RESETS = member("reset");

  private RateFields() {}

  private static Pattern parameter(String name) {
    return Pattern.compile(";\\s*" + name + "\\s*=\\s*(\\d{1,9})\\b");
  }

  private static Pattern member(String name) {
    return Pattern.compile("(?:^|[,;\\s])" + name + "\\s*=\\s*(\\d{1,9})\\b");
  }

  /** How long it is until there is something left of each limit that is spent; null if none is. */
  static @Nullable Duration wait(Response answer) {
    Duration longest = null;
    for (String field : fields(answer, "ratelimit")) {
      for (String item : field.split(",", -1)) {
        longest = longer(longest, "0".equals(found(LEFT, item)) ? resets(item, answer) : null);
      }
      if ("0".equals(found(OLD_LEFT, field))) {
        longest = longer(longest, seconds(found(OLD_RESETS, field)));
      }
    }
    return longest;
  }

  /** A limit that does not say when it resets does so within the window of its policy. */
  private static @Nullable Duration resets(String item, Response answer) {
    Duration stated = seconds(found(RESETS, item));
    String name = found(NAME, item);
    if (stated != null || name == null) {
      return stated;
    }
    Duration window = null;
    for (String field : fields(answer, "ratelimit-policy")) {
      for (String policy : field.split(",", -1)) {
        boolean same = name.equals(found(NAME, policy));
        window = longer(window, same ? seconds(found(WINDOW, policy)) : null);
      }
    }
    return window;
  }

  private static List<String> fields(Response answer, String name) {
    return answer.headers().stream()
        .filter(one -> one.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static @Nullable String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static @Nullable Duration seconds(@Nullable String text) {
    return text == null ? null : RetryAfter.seconds(text);
  }

  private static @Nullable Duration longer(@Nullable Duration a, @Nullable Duration b) {
    return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
  }
}
