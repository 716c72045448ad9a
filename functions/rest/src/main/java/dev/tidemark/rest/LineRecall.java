package dev.tidemark.rest;

import dev.tidemark.core.source.Form;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RawRecord;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.json.EnvelopeShape;
import dev.tidemark.rest.json.MalformedPageException;
import dev.tidemark.rest.json.MisreadPathException;
import dev.tidemark.rest.json.PageScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads published lines back. The member {@code _tidemark} is found as text: it is the last one,
 * and inside of a JSON string its quotes would be escaped.
 */
final class LineRecall {
  private static final String MEMBER = "\"_tidemark\":{";

  /**
   * Possessive, since a choice that may be taken back costs the stack a frame for each character.
   */
  private static final String SCALAR = "(null|\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\",}]+)";

  private static final Pattern TAIL =
      Pattern.compile(
          "\"run\":\"([^\"]+)\",\"batch\":(\\d+),\"fetchedAt\":\"([^\"]+)\","
              + "\"op\":\"(upsert|delete)\",\"version\":"
              + SCALAR
              + "(?:,\"parent\":"
              + SCALAR
              + ")?(?:,\"generation\":(\\d{1,9}))?}}");

  private final Resource resource;
  private final Map<String, String> shapes = new HashMap<>();
  private final VersionText versions;

  LineRecall(Resource resource) {
    this.resource = resource;
    this.versions = new VersionText(resource);
  }

  /**
   * @throws IllegalArgumentException if {@code published} is no line
   */
  PublishedLine of(byte[] published) {
    String line = new String(published, StandardCharsets.UTF_8);
    int member = line.lastIndexOf(MEMBER);
    Matcher tail = TAIL.matcher(member < 0 ? "" : line.substring(member + MEMBER.length()));
    if (!tail.matches()) {
      throw new IllegalArgumentException("not a published line: " + line);
    }
    String parent = tail.group(6);
    boolean only = resource.one() && parent != null;
    // Before the member stands a comma, or the brace of a record without any other.
    int end = member > 1 ? member - 1 : member;
    Identity record = only ? new Identity() : read(line.substring(0, end) + "}");
    String id = record.text;
    String version = tail.group(5).equals("null") ? null : tail.group(5);
    return new PublishedLine(
        parent == null ? id : ChildSink.identity(parent, id),
        parent == null ? JsonValue.text(id) : id,
        parent,
        version,
        versions.rankOf(version),
        tail.group(7) == null ? 0 : Integer.parseInt(tail.group(7)),
        Instant.parse(tail.group(3)),
        tail.group(1),
        Long.parseLong(tail.group(2)),
        tail.group(4).equals("delete"),
        resource
            .id()
            .record(resource.id().values(only ? String.valueOf(parent) : id))
            .getBytes(StandardCharsets.UTF_8),
        record.form);
  }

  private Identity read(String record) {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    Identity identity = new Identity();
    try {
      new PageScanner(
              new EnvelopeShape(MemberPath.WHOLE, true, List.of()),
              RecordShapes.published(resource))
          .scan(new ByteArrayInputStream(bytes), bytes.length, identity);
    } catch (MalformedPageException | MisreadPathException e) {
      throw new IllegalArgumentException("not a published record: " + record, e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a line was read back", e);
    }
    if (identity.text.isEmpty()) {
      throw new IllegalArgumentException("a published record has no id: " + record);
    }
    return identity;
  }

  /** Takes the identity of the one record, and its form where it may be read alone. */
  private final class Identity implements PageSink {
    private String text = "";
    private Form form = Form.NONE;

    @Override
    public void accept(RawRecord record) {
      text = record.identity();
      if (resource.single() != null) {
        form = ShownForm.of(record, members -> shapes.computeIfAbsent(members, _ -> members));
      }
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {}

    @Override
    public void passOver() {}
  }
}
