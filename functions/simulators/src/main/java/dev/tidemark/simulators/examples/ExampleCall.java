package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request, and what it is answered from.
 *
 * @param account whose secret has to be shown
 */
record ExampleCall(Request request, ExampleRows rows, ExampleAccount account) {
  static Reply json(int status, String body) {
    return Reply.of(status, "application/json", body);
  }

  /** The decoded value of a query parameter; null where it was not sent. */
  @Nullable String sent(String name) {
    return request.query().first(name);
  }

  boolean isAt(String path) {
    return request.path().equals(path);
  }

  /** Whether a header has this value. */
  boolean shows(String header, String value) {
    return value.equals(request.header(header));
  }

  boolean showsBearer(String token) {
    return shows("Authorization", "Bearer " + token);
  }

  boolean showsBasic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return shows("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Where it was asked: at the public origin, or at this machine's. */
  String origin(String published) {
    String host = request.header("Host");
    return host == null ? published : "http://" + host;
  }

  /** Whether nothing was sent but some of these parameters, each once. */
  boolean sendsOnly(String... known) {
    return request.query().surplus(Set.of(known)) == null;
  }

  /** The number sent; {@code usual} for none, 0 for one that is not from 1 to {@code most}. */
  int number(String name, int usual, int most) {
    return request.query().number(name, usual, most);
  }

  /** The rows that pass, in an order. */
  List<ExampleRow> sorted(Comparator<ExampleRow> order, Predicate<ExampleRow> passes) {
    return rows.all().stream().filter(passes).sorted(order).toList();
  }

  /** The row whose id is a number between a head and a tail of the path; null for another path. */
  @Nullable String idAt(String head, String tail) {
    String path = request.path();
    return path.startsWith(head)
            && path.endsWith(tail)
            && path.length() > head.length() + tail.length()
        ? path.substring(head.length(), path.length() - tail.length())
        : null;
  }

  /** The row of an id, which is written with letters, dashes or zeros before it; null for none. */
  @Nullable ExampleRow find(String id) {
    String digits = id.replaceAll("\\D", "").replaceFirst("^0+", "");
    return digits.isEmpty() || digits.length() > 12 ? null : rows.find(Long.parseLong(digits));
  }

  /** A time in whole seconds of UTC; null for anything else. */
  static @Nullable Instant time(String text) {
    try {
      return text.endsWith("Z") ? Instant.parse(text) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
