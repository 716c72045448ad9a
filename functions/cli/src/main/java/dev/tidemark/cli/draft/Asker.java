package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.plan.Pause;
import dev.tidemark.rest.auth.Presented;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks within a small budget, slowly. It waits a few times when it is told to wait a few seconds,
 * and stops for good when it is told to wait longer. A redirect is never followed, since the
 * credential would go along.
 */
final class Asker {
  /** The whole budget, in requests. */
  static final int MOST = 25;

  private static final Duration GAP = Duration.ofMillis(200);
  private static final int WAITS = 3;

  /** Seconds of at most ten, as most servers write them. */
  private static final Pattern SOON = Pattern.compile("10|[0-9]");

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Transport transport;
  private final Pause pause;
  private final boolean slow;
  private final Map<String, String> headers;
  private final Redactor redactor;
  private @Nullable Presented shown;
  private @Nullable String stopped;
  private int requests;
  private int waits;

  /**
   * One that has asked nothing yet.
   *
   * @param slow whether it keeps a distance between requests
   * @param headers what every request has
   */
  Asker(
      Transport transport,
      Pause pause,
      boolean slow,
      Map<String, String> headers,
      Redactor redactor) {
    this.transport = transport;
    this.pause = pause;
    this.slow = slow;
    this.headers = Map.copyOf(headers);
    this.redactor = redactor;
  }

  /** From now on requests show this; null for nothing. */
  void show(@Nullable Presented presented) {
    shown = presented;
    if (presented != null) {
      redactor.learn(presented);
    }
  }

  /** What requests show; null for nothing. */
  @Nullable Presented shown() {
    return shown;
  }

  int requests() {
    return requests;
  }

  /** How many more may be asked. */
  int left() {
    return stopped == null ? MOST - requests : 0;
  }

  /** Why nothing more is asked; null where more may be. */
  @Nullable String stopped() {
    return stopped != null || requests < MOST
        ? stopped
        : "the budget of " + MOST + " requests is spent";
  }

  /** The answer of {@code uri}; null where nothing more is asked. */
  @Nullable DraftAnswer ask(URI uri) throws InterruptedException {
    if (left() < 1) {
      return null;
    }
    if (slow && requests > 0) {
      pause.pause(GAP);
    }
    requests++;
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("Accept", "application/json");
    sent.put("User-Agent", "tidemark");
    sent.putAll(headers);
    Presented presented = shown;
    URI asked = uri;
    if (presented != null) {
      sent.putAll(presented.headers());
      asked = presented.in(uri);
    }
    Duration wait;
    try (Response response = transport.get(asked, sent, LIMIT)) {
      wait = wait(response);
      if (wait == null) {
        return answered(response);
      }
    } catch (IOException e) {
      return new DraftAnswer(0, List.of(), null, "does not answer: " + clean(e.getMessage()));
    }
    pause.pause(wait);
    return ask(uri);
  }

  /** How long the API asks to wait, if that is short; null where it does not. */
  private @Nullable Duration wait(Response response) {
    String after = response.header("Retry-After");
    if ((response.status() != 429 && response.status() != 503)
        || after == null
        || !SOON.matcher(after).matches()
        || waits == WAITS) {
      return null;
    }
    waits++;
    return Duration.ofSeconds(Long.parseLong(after));
  }

  private @Nullable DraftAnswer answered(Response response) throws IOException {
    int status = response.status();
    String after = response.header("Retry-After");
    if (status == 429 || (status == 503 && after != null)) {
      stopped =
          "it asks to wait ("
              + status
              + (after == null ? ")" : ", Retry-After " + clean(after) + ")");
      return null;
    }
    byte[] bytes;
    try (InputStream in = response.body()) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    List<Map.Entry<String, String>> all = response.headers();
    if (bytes.length > MOST_BYTES) {
      return new DraftAnswer(status, all, null, "answers more than 16 MiB at once");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    JsonNode body = json(bytes);
    return new DraftAnswer(status, all, body, problem(response, body, text));
  }

  private @Nullable String problem(Response response, @Nullable JsonNode body, String text) {
    int status = response.status();
    if (status >= 300 && status < 400) {
      String to = response.header("Location");
      String place = to == null ? "another place" : clean(to.replaceFirst("[?#].*", ""));
      return "answers "
          + status
          + " and points to "
          + place
          + ": no redirect is followed, since the credential would go along; give the URL itself";
    }
    if (status == 401 || status == 403) {
      return "answers " + status + ": " + clean(text);
    }
    if (status < 200 || status > 299) {
      return "answers " + status + ": " + clean(text);
    }
    if (body != null) {
      return null;
    }
    boolean html = text.stripLeading().startsWith("<");
    return html
        ? "answers HTML or XML, not JSON: is it the URL of the API, and not of its pages?"
        : "answers no JSON: " + clean(text);
  }

  /** What the API wrote, fit for a message. */
  private String clean(@Nullable String text) {
    String shown = String.valueOf(text).strip();
    return shown.isEmpty()
        ? "nothing"
        : redactor.clean(shown.substring(0, Math.min(2_000, shown.length())));
  }

  private static @Nullable JsonNode json(byte[] text) {
    try {
      JsonNode read = JSON.readTree(text);
      return read == null || !read.isContainerNode() ? null : read;
    } catch (IOException e) {
      // What is no JSON is said by its absence.
      return null;
    }
  }
}
