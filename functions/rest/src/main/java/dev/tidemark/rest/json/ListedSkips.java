package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Members that do not count, in the elements of lists: every one of them is skipped. */
final class ListedSkips {
  private ListedSkips() {}

  /**
   * Passes an element of a list, or what lies in one.
   *
   * @param at what is declared of the members of each element
   */
  static void pass(JsonParser parser, JsonToken token, Members at, Skips skipped)
      throws IOException {
    if (!at.hasChildren() || !token.isStructStart()) {
      parser.skipChildren();
      return;
    }
    JsonToken next = next(parser);
    while (!next.isStructEnd()) {
      if (token == JsonToken.START_ARRAY) {
        pass(parser, next, at, skipped);
      } else {
        member(parser, at, skipped);
      }
      next = next(parser);
    }
  }

  private static JsonToken next(JsonParser parser) throws IOException {
    JsonToken next = parser.nextToken();
    if (next == null) {
      throw new MalformedPageException("the answer breaks off in a record");
    }
    return next;
  }

  private static void member(JsonParser parser, Members at, Skips skipped) throws IOException {
    Members child = at.child(parser.currentName());
    long name = parser.currentTokenLocation().getByteOffset();
    int before = skipped.size();
    JsonToken token = next(parser);
    if (child == null) {
      parser.skipChildren();
      return;
    }
    pass(parser, token, child, skipped);
    if (child.skipped()) {
      parser.finishToken();
      skipped.add(before, name, parser.currentLocation().getByteOffset());
    }
  }
}
