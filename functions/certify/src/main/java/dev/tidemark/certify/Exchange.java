package dev.tidemark.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.simulators.server.QueryString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request on its way to an API, which may be changed before it gets there. */
record Exchange(String method, URI uri, Map<String, String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What {@code parameter} carries; null for nothing. */
  @Nullable String value(Parameter parameter) {
    String sent = sent(parameter);
    return sent == null ? null : parameter.inside(sent);
  }

  private @Nullable String sent(Parameter parameter) {
    if (parameter.query() != null) {
      return QueryString.parse(uri.getRawQuery()).first(parameter.query());
    }
    if (parameter.header() != null) {
      return headers.get(parameter.header());
    }
    if (isForm()) {
      return QueryString.parse(body).first(formName(parameter));
    }
    JsonNode at = JsonMembers.at(tree(), bodyPath(parameter));
    return at == null || at.isNull() ? null : at.asText();
  }

  /** The same request with {@code value} in {@code parameter}; without it where that is null. */
  Exchange with(Parameter parameter, @Nullable String value) {
    return sending(parameter, value == null ? null : parameter.around(value));
  }

  private Exchange sending(Parameter parameter, @Nullable String value) {
    if (parameter.query() != null) {
      return query(parameter.query(), value);
    }
    if (parameter.header() != null) {
      Map<String, String> changed = new LinkedHashMap<>(headers);
      changed.remove(parameter.header());
      if (value != null) {
        changed.put(parameter.header(), value);
      }
      return new Exchange(method, uri, changed, body);
    }
    if (isForm()) {
      return new Exchange(method, uri, headers, replaced(body, formName(parameter), value));
    }
    ObjectNode changed = tree();
    MemberPath path = bodyPath(parameter);
    JsonNode before = JsonMembers.at(changed, path);
    JsonMembers.remove(changed, path);
    if (value != null) {
      boolean number = before != null && before.isNumber();
      JsonMembers.put(
          changed,
          path,
          number
              ? JSON.getNodeFactory().numberNode(Long.parseLong(value))
              : JSON.getNodeFactory().textNode(value));
    }
    return new Exchange(method, uri, headers, changed.toString());
  }

  /** The same request with another value of a query parameter; without it where that is null. */
  Exchange query(String name, @Nullable String value) {
    String both = replaced(uri.getRawQuery(), name, value);
    String origin = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    return new Exchange(
        method, URI.create(both.isEmpty() ? origin : origin + "?" + both), headers, body);
  }

  /** The text of a form or a query with another value of one name; without it for null. */
  private static String replaced(@Nullable String form, String name, @Nullable String value) {
    String others =
        QueryString.parse(form).parameters().stream()
            .filter(one -> !one.name().equals(name))
            .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
            .collect(Collectors.joining("&"));
    String own = value == null ? "" : encoded(name) + "=" + encoded(value);
    return others.isEmpty() || own.isEmpty() ? others + own : others + "&" + own;
  }

  /** A body that is no object is a form: lists are sent nothing else. */
  private boolean isForm() {
    return !body.isEmpty() && !body.startsWith("{");
  }

  /** A form has no members below others. */
  private static String formName(Parameter parameter) {
    return bodyPath(parameter).names().getLast();
  }

  private static MemberPath bodyPath(Parameter parameter) {
    return Objects.requireNonNull(parameter.body(), "neither query nor header nor body");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private ObjectNode tree() {
    try {
      return body.isEmpty() ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("a request that is no JSON object", e);
    }
  }
}
