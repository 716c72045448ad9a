package dev.tidemark.simulators.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string, percent-decoded, in the order in which they were sent. */
public record QueryString(List<Parameter> parameters) {
  public QueryString {
    parameters = List.copyOf(parameters);
  }

  /**
   * Reads a raw query string or a form; null means none.
   *
   * @throws IllegalArgumentException when an escape is malformed, which a query's never is
   */
  public static QueryString parse(@Nullable String raw) {
    List<Parameter> parameters = new ArrayList<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(
            new Parameter(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8)));
      }
    }
    return new QueryString(parameters);
  }

  /** The first value sent for {@code name}, or null when it was not sent. */
  public @Nullable String first(String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return parameter.value();
      }
    }
    return null;
  }

  /** Whether {@code name} was sent, with a value or without. */
  public boolean has(String name) {
    return first(name) != null;
  }

  /**
   * A name that is none of {@code known} or was sent twice; null without one. The one rule about
   * parameters: whatever the simulator does not imitate it refuses, so that a request that says
   * more than the vendor is known to hear does not pass.
   */
  public @Nullable String surplus(Set<String> known) {
    Set<String> left = new HashSet<>(known);
    for (Parameter parameter : parameters) {
      if (!left.remove(parameter.name())) {
        return parameter.name();
      }
    }
    return null;
  }

  /** The number from 1 to {@code most} sent for a name; 0 for anything else that was sent. */
  public int number(String name, int usual, int most) {
    String sent = first(name);
    if (sent == null) {
      return usual;
    }
    int number = sent.matches("[0-9]{1,9}") ? Integer.parseInt(sent) : 0;
    return number > most ? 0 : number;
  }

  /** The words of a comma list; empty when it was not sent. */
  public List<String> words(String name) {
    String sent = first(name);
    return sent == null ? List.of() : List.of(sent.split(",", -1));
  }

  /** One {@code name=value}, decoded. */
  public record Parameter(String name, String value) {}
}
