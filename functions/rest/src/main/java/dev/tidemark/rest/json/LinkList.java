package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.definition.ChosenLink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads from an array of links the URL of the one that is meant. */
final class LinkList {
  private static final Scalar NOTHING = new Scalar(Scalar.Kind.NULL, "");

  private LinkList() {}

  /**
   * The URL; a null value where no link is meant, and a nested one where it cannot be told.
   *
   * @param token what {@code parser} stands at
   */
  static Scalar read(JsonParser parser, JsonToken token, ChosenLink link) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      return token == JsonToken.VALUE_NULL ? NOTHING : Scalars.NESTED;
    }
    Scalar chosen = NOTHING;
    JsonToken item;
    while ((item = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (item == null) {
        throw new MalformedPageException("the answer breaks off");
      }
      Scalar url = item == JsonToken.START_OBJECT ? url(parser, link) : null;
      if (item != JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else if (url != null) {
        chosen = chosen.equals(NOTHING) || chosen.equals(url) ? url : Scalars.NESTED;
      }
    }
    return chosen;
  }

  /** The URL of the link that {@code parser} has just entered; null where it is not meant. */
  private static @Nullable Scalar url(JsonParser parser, ChosenLink link) throws IOException {
    boolean meant = false;
    Scalar url = Scalars.NESTED;
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_OBJECT) {
      if (token == null) {
        throw new MalformedPageException("the answer breaks off");
      }
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(link.member())) {
        meant = value == JsonToken.VALUE_STRING && parser.getText().equals(link.equals());
      } else if (name.equals(link.url()) && value == JsonToken.VALUE_STRING) {
        url = Scalars.read(parser, value, Cursor.MAX_BYTES);
      }
      parser.skipChildren();
    }
    return meant ? url : null;
  }
}
