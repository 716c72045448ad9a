package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.core.lake.JsonText;
import java.io.IOException;
import java.util.StringJoiner;

/** Reads the value that a parser stands at, if it is a single one. */
final class Scalars {
  /** A value that is no single one. */
  static final Scalar NESTED = new Scalar(Scalar.Kind.NESTED, "");

  /** An array. */
  static final Scalar ARRAY = new Scalar(Scalar.Kind.NESTED, "[");

  /** Longer texts are no ids and no times. */
  private static final int MAX_LENGTH = 8192;

  private Scalars() {}

  static Scalar read(JsonParser parser, JsonToken token) throws IOException {
    return read(parser, token, MAX_LENGTH);
  }

  /**
   * As {@link #read(JsonParser, JsonToken)}.
   *
   * @param most characters that a text may have
   */
  static Scalar read(JsonParser parser, JsonToken token, int most) throws IOException {
    return switch (token) {
      case VALUE_STRING -> text(parser.getText(), most);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(Scalar.Kind.NUMBER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(Scalar.Kind.FLAG, parser.getText());
      case VALUE_NULL -> new Scalar(Scalar.Kind.NULL, "");
      case START_ARRAY -> ARRAY;
      default -> NESTED;
    };
  }

  private static Scalar text(String text, int most) {
    return text.length() > most ? NESTED : new Scalar(Scalar.Kind.TEXT, text);
  }

  /** An array of single values with its text, each as it came; else as any other. */
  static Scalar withArray(JsonParser parser, JsonToken token) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      return read(parser, token);
    }
    StringJoiner text = new StringJoiner(",", "[", "]");
    boolean single = true;
    JsonToken item;
    while ((item = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (item == null) {
        throw new MalformedPageException("the answer breaks off in a record");
      }
      single &= item.isScalarValue();
      if (single) {
        text.add(
            item == JsonToken.VALUE_STRING ? JsonText.quote(parser.getText()) : parser.getText());
      }
      parser.skipChildren();
    }
    return single ? new Scalar(Scalar.Kind.NESTED, text.toString()) : ARRAY;
  }
}
