package dev.tidemark.rest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.JsonText;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.Form;
import dev.tidemark.rest.json.PageScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Which members a record had and, as one number, what was in them: an object member by member, a
 * list as a whole. Records of one kind share the first, so that little is kept of each.
 *
 * @param members their paths in order, one a line; one that was null begins with {@code -}
 * @param content hash of their values
 */
record ShownForm(String members, long content) implements Form {
  private static final String OBJECT = "{";
  private static final String NULL = "null";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(PageScanner.MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /**
   * The form of {@code record}.
   *
   * @param shared gives back an equal text that others have too
   */
  static ShownForm of(RawRecord record, UnaryOperator<String> shared) {
    SortedMap<String, String> values = values(record.slice());
    StringBuilder members = new StringBuilder();
    values.forEach(
        (path, value) -> members.append(value.equals(NULL) ? "-" : "+").append(path).append('\n'));
    return new ShownForm(shared.apply(members.toString()), hash(values));
  }

  @Override
  public boolean isIn(RawRecord record) {
    SortedMap<String, String> now = values(record.slice());
    SortedMap<String, String> same = new TreeMap<>();
    for (String member : members.split("\n", -1)) {
      if (member.isEmpty()) {
        continue;
      }
      String path = member.substring(1);
      // Forms differ in whether they print a member that is null.
      String value = now.getOrDefault(path, NULL);
      if (value.equals(NULL) != member.startsWith("-")) {
        return false;
      }
      same.put(path, value);
    }
    return hash(same) == content;
  }

  private static long hash(SortedMap<String, String> values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      values.forEach((path, value) ->
          digest.update((path + "=" + value + "\n").getBytes(StandardCharsets.UTF_8)));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The values by their paths, without those that do not count. */
  private static SortedMap<String, String> values(JsonSlice record) {
    JsonSlice slice = record.asCompared();
    SortedMap<String, String> values = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(slice.bytes(), slice.offset(), slice.length())) {
      Deque<String> objects = new ArrayDeque<>();
      parser.nextToken();
      String at = "";
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.END_OBJECT) {
          at = objects.isEmpty() ? "" : objects.pop();
          continue;
        }
        String path = at + "." + JsonText.quote(parser.currentName());
        boolean counts = counts(slice, parser);
        JsonToken token = parser.nextToken();
        if (!counts) {
          parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
          values.put(path, OBJECT);
          objects.push(at);
          at = path;
        } else {
          values.put(path, text(slice, parser));
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException("a record that was read is no JSON", e);
    }
  }

  /** Whether the member whose name was just read is compared. */
  private static boolean counts(JsonSlice slice, JsonParser parser) {
    int[] skipped = slice.skipped();
    long name = slice.offset() + parser.currentTokenLocation().getByteOffset();
    for (int i = 0; skipped != null && i < skipped.length; i += 2) {
      if (name >= skipped[i] && name < skipped[i + 1]) {
        return false;
      }
    }
    return true;
  }

  /** A value without a form of its own, all that counts of a list included. */
  private static String text(JsonSlice slice, JsonParser parser) throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      while (token == JsonToken.FIELD_NAME && !counts(slice, parser)) {
        parser.nextToken();
        parser.skipChildren();
        token = parser.nextToken();
      }
      text.append(
          token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME
              ? JsonText.quote(parser.getText())
              : parser.getText());
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return text.toString();
      }
      text.append(' ');
      token = parser.nextToken();
    }
  }
}
