package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.core.source.PageSink;
import java.io.IOException;

/**
 * Reads records that stand in another form than an array. What is no record there may be what the
 * answer says of itself, and fails the page.
 */
final class RecordLists {
  private final RecordCutter cutter;
  private final String owner;

  /**
   * @param owner what messages call the value that holds the records
   */
  RecordLists(RecordCutter cutter, String owner) {
    this.cutter = cutter;
    this.owner = owner;
  }

  /** Hands over the members of the object that {@code parser} has just entered. */
  void members(JsonParser parser, Tape tape, PageSink sink)
      throws IOException, InterruptedException {
    cutter.begin(parser, tape);
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_OBJECT) {
      if (token == null) {
        throw new MalformedPageException("the answer breaks off in the records");
      }
      String name = parser.currentName();
      cutter.element(parser, parser.nextToken(), tape, sink, owner + ", member \"" + name + "\",");
    }
    tape.keepFrom(Long.MAX_VALUE);
  }

  /** Hands over the object that {@code parser} has just entered as the only record. */
  void only(JsonParser parser, Tape tape, PageSink sink) throws IOException, InterruptedException {
    long start = parser.currentTokenLocation().getByteOffset();
    cutter.begin(parser, tape);
    tape.keepFrom(start);
    cutter.element(parser, JsonToken.START_OBJECT, tape, sink, owner);
    tape.keepFrom(Long.MAX_VALUE);
  }

  /** Hands over all values up to the end of the body, as they follow each other. */
  void lines(JsonParser parser, Tape tape, PageSink sink) throws IOException, InterruptedException {
    tape.keepFrom(0);
    cutter.begin(0);
    JsonToken token;
    while ((token = parser.nextToken()) != null) {
      cutter.element(parser, token, tape, sink, "line " + (cutter.count() + 1) + " of the answer");
    }
    tape.keepFrom(Long.MAX_VALUE);
  }
}
