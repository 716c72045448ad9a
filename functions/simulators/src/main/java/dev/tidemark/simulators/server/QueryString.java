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

  /** A name that was sent twice, or null. */
  public @Nullable String repeated() {
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!seen.add(parameter.name())) {
        return parameter.name();
      }
    }
    return null;
  }

  /** One {@code name=value}, decoded. */
  public record Parameter(String name, String value) {}
}
