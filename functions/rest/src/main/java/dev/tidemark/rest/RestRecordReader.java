package dev.tidemark.rest;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RawRecord;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.CycleGuard;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Resource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records: one that has a path of its own from there, a child from the list of its
 * parent. A parent that may not be read proves nothing about its children.
 */
final class RestRecordReader implements RecordReader {
  private static final int NOT_FOUND = 404;

  private final SourceConnection source;
  private final Resource resource;
  private final Line line;
  private final LineRecall recall;

  RestRecordReader(SourceConnection source, Resource resource, Line line) {
    this.source = source;
    this.resource = resource;
    this.line = line;
    this.recall = new LineRecall(resource);
  }

  @Override
  public boolean asksForOne() {
    return resource.single() != null || resource.parent() != null;
  }

  @Override
  public PublishedLine recall(byte[] published) {
    return recall.of(published);
  }

  @Override
  public RecordOutcome read(String id, @Nullable String parent, Duration limit, PageSink sink)
      throws InterruptedException {
    try {
      return parent == null ? single(id, limit, sink) : child(id, parent, limit, sink);
    } catch (DefinitionException e) {
      return new RecordOutcome.Unknown(
          new PageOutcome.Refused(String.valueOf(e.getMessage()), null));
    }
  }

  private RecordOutcome single(String id, Duration limit, PageSink sink)
      throws InterruptedException {
    Resource one = resource.ofOne(id);
    if (one == null) {
      throw new DefinitionException("the API has no way to ask for one record");
    }
    RestPageReader reader = new RestPageReader(source, one, line, RecordShapes.of(one));
    Counted counted = new Counted(sink);
    PageOutcome outcome = reader.read(new PageRequest(null, null, null, limit), counted);
    return switch (outcome) {
      case Delivered(var _, var _, String requestId, var _, var _) when counted.count == 0 ->
          new RecordOutcome.Unknown(
              new PageOutcome.Unavailable("the answer for " + id + " holds no record", requestId));
      case Delivered(var _, var _, String requestId, var time, var _) ->
          new RecordOutcome.Found(requestId, time);
      case PageOutcome.Refused(var _, String requestId) when reader.status() == NOT_FOUND ->
          new RecordOutcome.Absent(requestId, reader.answered());
      default -> new RecordOutcome.Unknown(outcome);
    };
  }

  private RecordOutcome child(String id, String parent, Duration limit, PageSink sink)
      throws InterruptedException {
    ChildLists lists = new ChildLists(source, resource, line);
    RestPageReader list = lists.of(parent);
    OneOf one = new OneOf(ChildSink.identity(parent, id), sink);
    Cursor cursor = null;
    CycleGuard guard = CycleGuard.START;
    while (true) {
      PageOutcome outcome =
          list.read(new PageRequest(null, null, cursor, limit), lists.sink(parent, one));
      if (outcome instanceof PageOutcome.Refused(var _, String requestId)
          && ChildLists.hidden(list.status())) {
        return new RecordOutcome.Found(requestId, list.answered());
      }
      if (!(outcome instanceof Delivered(String next, var _, String requestId, var time, var _))) {
        return new RecordOutcome.Unknown(outcome);
      }
      if (one.found) {
        return new RecordOutcome.Found(requestId, time);
      }
      if (next == null) {
        return new RecordOutcome.Absent(requestId, time);
      }
      if (guard.closes(next)) {
        return new RecordOutcome.Unknown(
            new PageOutcome.Refused("the API's cursors go in circles", requestId));
      }
      guard = guard.step(next);
      cursor = new Cursor(next, time);
    }
  }

  /** Hands everything on, and knows whether there was something. */
  private static final class Counted implements PageSink {
    private final PageSink sink;
    private int count;

    Counted(PageSink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(RawRecord record) throws InterruptedException {
      count++;
      sink.accept(record);
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason)
        throws InterruptedException {
      count++;
      sink.reject(json, offset, length, reason);
    }

    @Override
    public void passOver() {
      sink.passOver();
    }
  }

  /** Hands on the one record that is looked for. */
  private static final class OneOf implements PageSink {
    private final String identity;
    private final PageSink sink;
    private boolean found;

    OneOf(String identity, PageSink sink) {
      this.identity = identity;
      this.sink = sink;
    }

    @Override
    public void accept(RawRecord record) throws InterruptedException {
      if (record.identity().equals(identity)) {
        found = true;
        sink.accept(record);
      }
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason) {
      // It was set aside when the list was walked.
    }

    @Override
    public void passOver() {}
  }
}
