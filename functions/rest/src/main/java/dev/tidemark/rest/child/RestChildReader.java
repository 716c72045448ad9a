package dev.tidemark.rest.child;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.ChildOutcome;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.ParentOutcome;
import dev.tidemark.core.source.ParentOutcome.Answered;
import dev.tidemark.core.source.ParentOutcome.Word;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.page.RestPageReader;
import dev.tidemark.rest.page.RestRecordReader;
import dev.tidemark.rest.record.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of one parent, and asks for the parent by its own path. A parent that the
 * credential may not see proves nothing; one that says of itself that it is gone is.
 */
public final class RestChildReader implements ChildReader {
  private static final int FORBIDDEN = 403;

  private final ChildLists children;
  private final RestRecordReader parents;
  private @Nullable String parent;
  private @Nullable RestPageReader list;

  /** Reads the lists of {@code children}, and their parents one by one. */
  public RestChildReader(ChildLists children, RestRecordReader parents) {
    this.children = children;
    this.parents = parents;
  }

  @Override
  public ChildOutcome list(String of, @Nullable Cursor cursor, Duration limit, PageSink sink)
      throws InterruptedException {
    RestPageReader reader;
    try {
      reader = reader(of);
    } catch (DefinitionException e) {
      return new ChildOutcome.Listed(new Refused(String.valueOf(e.getMessage()), null));
    }
    PageOutcome page =
        reader.read(new PageRequest(null, null, cursor, limit), children.sink(of, sink));
    return page instanceof Refused(var _, String requestId) && ChildLists.hidden(reader.status())
        ? new ChildOutcome.Hidden(
            children.resource().answer().one() && ChildLists.missing(reader.status()),
            requestId,
            reader.answered())
        : new ChildOutcome.Listed(page);
  }

  /** One reader for all pages of a list, so that a smaller page stays small. */
  private RestPageReader reader(String of) {
    if (list == null || !of.equals(parent)) {
      parent = of;
      list = children.of(of);
    }
    return list;
  }

  @Override
  public boolean asksForParent() {
    return parents.asksForOne();
  }

  @Override
  public ParentOutcome parent(String of, Duration limit) throws InterruptedException {
    Deleted says = new Deleted();
    return switch (parents.read(JsonValue.text(of), limit, says)) {
      case RecordOutcome.Found(String id, var time) ->
          new Answered(says.deleted ? Word.GONE : Word.THERE, id, time);
      case RecordOutcome.Absent(String id, var time) -> new Answered(Word.GONE, id, time);
      case RecordOutcome.Unknown(Refused refused) when parents.status() == FORBIDDEN ->
          new Answered(Word.HIDDEN, refused.requestId(), parents.answered());
      case RecordOutcome.Unknown(PageOutcome why) -> new ParentOutcome.Unknown(why);
    };
  }

  /** Takes only what the parent says of itself. */
  private static final class Deleted implements PageSink {
    private boolean deleted;

    @Override
    public void accept(RawRecord record) {
      deleted = record.deleted();
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {
      // It was set aside when the parents were walked.
    }

    @Override
    public void passOver() {}
  }
}
