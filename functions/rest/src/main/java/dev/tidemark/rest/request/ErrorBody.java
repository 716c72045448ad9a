package dev.tidemark.rest.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.definition.Errors;
import dev.tidemark.rest.definition.MemberPath;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the body of a refusal says, whatever form it has; it never decides what that means. */
final class ErrorBody {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<MemberPath> USUAL =
      List.of(
          MemberPath.to("error", "message"),
          MemberPath.to("error_description"),
          MemberPath.to("description"),
          MemberPath.to("error", "title"),
          MemberPath.to("error"),
          MemberPath.to("detail"),
          MemberPath.to("message"),
          MemberPath.to("title"),
          MemberPath.to("errors", "message"),
          MemberPath.to("errors", "detail"),
          MemberPath.to("errors", "title"),
          MemberPath.to("errors"));

  private final @Nullable JsonNode json;
  private final String text;
  private final Redactor redactor;

  /** What an answer says of itself beside its records. */
  ErrorBody(JsonNode body, Redactor redactor) {
    this.json = body;
    this.text = "";
    this.redactor = redactor;
  }

  ErrorBody(byte[] body, Redactor redactor) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (IOException e) {
      read = null;
    }
    this.json = read == null || !read.isObject() ? null : read;
    this.text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    this.redactor = redactor;
  }

  /** The names of the members, in the body itself, that usually hold a message. */
  static List<String> usual() {
    return USUAL.stream().map(path -> path.names().getFirst()).distinct().toList();
  }

  /** The vendor's message, one short line; empty where there is none. */
  String message(List<MemberPath> declared) {
    for (List<MemberPath> paths : List.of(declared, USUAL)) {
      for (MemberPath path : paths) {
        String found = at(path);
        if (found != null) {
          return redactor.clean(found);
        }
      }
    }
    return json != null || text.stripLeading().startsWith("<") ? "" : redactor.clean(text);
  }

  /** Whether it is one of {@code refusals}. */
  boolean saysAnyOf(int status, List<Errors.NothingNew> refusals) {
    String said = text.toLowerCase(Locale.ROOT);
    return refusals.stream()
        .anyMatch(one ->
            one.status() == status
                && one.contains() != null
                && said.contains(one.contains().toLowerCase(Locale.ROOT)));
  }

  /** Whether it asks to wait, by one of {@code words}. */
  boolean throttles(int status, List<Errors.Throttled> words) {
    String said = text.toLowerCase(Locale.ROOT);
    return words.stream()
        .anyMatch(one ->
            one.status() == status
                && (one.contains() == null
                    || said.contains(one.contains().toLowerCase(Locale.ROOT))));
  }

  /** Whether it is an object of JSON. */
  boolean isObject() {
    return json != null;
  }

  /** The single value at {@code path}; null where there is none. */
  @Nullable String at(MemberPath path) {
    JsonNode node = json;
    for (String name : path.names()) {
      node = node == null ? null : node.get(name);
      // Of several errors the first is reported.
      node = node != null && node.isArray() ? node.get(0) : node;
    }
    return node == null || !node.isValueNode() || node.isNull() ? null : node.asText();
  }

  /** As {@link #at}, fit to be shown. */
  @Nullable String clean(MemberPath path) {
    String found = at(path);
    return found == null ? null : redactor.clean(found);
  }
}
