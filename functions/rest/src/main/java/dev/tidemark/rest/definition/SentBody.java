package dev.tidemark.rest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a list that is asked for by POST is sent. */
public record SentBody(
    @Doc("Members of the body sent with every page; with method: post.") @Default("{}")
        Map<String, JsonNode> body,
    @Doc("How the body is written: json, or form (name=value&name=value).") @Default("json")
        BodyForm bodyForm) {
  /** Nothing. */
  static final SentBody NONE = new SentBody(Map.of(), BodyForm.JSON);
}
