package dev.tidemark.rest.record;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.Form;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.json.EnvelopeShape;
import dev.tidemark.rest.json.MalformedPageException;
import dev.tidemark.rest.json.MisreadPathException;
import dev.tidemark.rest.json.PageScanner;
import dev.tidemark.rest.json.RecordShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads published lines of a resource back, as its definition says what they are. */
public final class LineRecall implements LineReading {
  private final Resource resource;
  private final Map<String, String> shapes = new HashMap<>();
  private final VersionText versions;
  private final EnvelopeShape envelope = new EnvelopeShape(MemberPath.WHOLE, true, List.of());
  private final RecordShape shape;
  private final ColumnValues columns;
  private final RecordShape onlyShape;

  /** Reads lines of {@code resource}. */
  public LineRecall(Resource resource) {
    this.resource = resource;
    this.versions = new VersionText(resource);
    this.shape = RecordShapes.published(resource);
    this.columns = new ColumnValues(resource);
    this.onlyShape = RecordShapes.publishedOnly(resource);
  }

  /** The columns that its definition declares. */
  public ColumnValues columns() {
    return columns;
  }

  @Override
  public String identity(LandedLine line) {
    String parent = line.parent();
    String id = isOnly(line) ? "" : read(line.record(), false).text;
    return parent == null ? id : ChildIdentity.of(parent, id);
  }

  /**
   * The identity of {@code line} as an operator writes it; see {@link RecordName#shown}.
   *
   * @throws IllegalArgumentException if the record has none
   */
  public String shown(LandedLine line) {
    return name(line).shown();
  }

  /**
   * What identifies the record of {@code line}.
   *
   * @throws IllegalArgumentException if nothing does
   */
  public RecordName name(LandedLine line) {
    String parent = line.parent();
    String id = isOnly(line) ? "" : read(line.record(), false).text;
    return parent == null
        ? new RecordName(id, JsonValue.text(id))
        : new RecordName(
            ChildIdentity.of(parent, id),
            ChildIdentity.of(JsonValue.text(parent), id.isEmpty() ? id : JsonValue.text(id)));
  }

  @Override
  public long rank(@Nullable String version) {
    return versions.rankOf(version);
  }

  /**
   * Reads a published line back.
   *
   * @throws IllegalArgumentException if {@code published} is no line
   */
  public PublishedLine of(byte[] published) {
    LandedLine line = LandedLine.parse(published);
    String parent = line.parent();
    Identity record = isOnly(line) ? new Identity(false) : read(line.record(), true);
    String id = record.text;
    return new PublishedLine(
        parent == null ? id : ChildIdentity.of(parent, id),
        parent == null ? JsonValue.text(id) : id,
        line,
        rank(line.version()),
        resource
            .members()
            .id()
            .record(resource.members().id().values(parent != null && isOnly(line) ? parent : id))
            .getBytes(StandardCharsets.UTF_8),
        record.form);
  }

  /**
   * Shows the record of {@code line} as the one that a page would have held.
   *
   * @param record its bytes, as {@link LandedLine#record(byte[])} has them
   * @throws IllegalArgumentException if it is no record
   */
  public void show(LandedLine line, byte[] record, Consumer<RawRecord> each) {
    String parent = line.parent();
    boolean only = isOnly(line);
    scan(
        record,
        line::record,
        sinkOf(shown ->
            each.accept(
                parent == null
                    ? shown
                    : shown.child(ChildIdentity.of(parent, only ? "" : shown.identity()), parent))),
        only ? onlyShape : shape);
  }

  private static PageSink sinkOf(Consumer<RawRecord> each) {
    return new PageSink() {
      @Override
      public void accept(RawRecord record) {
        each.accept(record);
      }

      @Override
      public void reject(byte[] json, int offset, int length, String reason) {}

      @Override
      public void passOver() {}
    };
  }

  /** Whether the record is the one that its parent has, and known by that alone. */
  private boolean isOnly(LandedLine line) {
    return resource.answer().one() && line.parent() != null;
  }

  /**
   * @param form whether the record's form is asked for, which costs more than all else
   */
  private Identity read(String record, boolean form) {
    byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
    Identity identity = new Identity(form && resource.readsAlone());
    scan(bytes, () -> record, identity, shape);
    if (identity.text.isEmpty()) {
      throw new IllegalArgumentException("a published record has no id: " + record);
    }
    return identity;
  }

  private void scan(byte[] record, Supplier<String> text, PageSink sink, RecordShape of) {
    try {
      new PageScanner(envelope, of).scan(new ByteArrayInputStream(record), record.length, sink);
    } catch (MalformedPageException | MisreadPathException e) {
      throw new IllegalArgumentException("not a published record: " + text.get(), e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a line was read back", e);
    }
  }

  /** Takes the identity of the one record, and its form where it may be read alone. */
  private final class Identity implements PageSink {
    private final boolean formed;
    private String text = "";
    private Form form = Form.NONE;

    Identity(boolean formed) {
      this.formed = formed;
    }

    @Override
    public void accept(RawRecord record) {
      text = record.identity();
      if (formed) {
        form = ShownForm.of(record, members -> shapes.computeIfAbsent(members, _ -> members));
      }
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {}

    @Override
    public void passOver() {}
  }
}
