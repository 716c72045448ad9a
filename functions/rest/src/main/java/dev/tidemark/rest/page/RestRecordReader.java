package dev.tidemark.rest.page;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.rest.record.JsonValue;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.rest.record.RecordShapes;
import dev.tidemark.rest.request.Line;
import dev.tidemark.rest.request.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single records, each from a path of its own. */
public final class RestRecordReader implements RecordReader {
  private final Session session;
  private final String name;
  private final Resource resource;
  private final Line line;
  private final LineRecall recall;
  private int status;

  /**
   * Reads single records of {@code resource}, over {@code line}.
   *
   * @param name the resource's, for messages
   */
  public RestRecordReader(Session session, String name, Resource resource, Line line) {
    this.session = session;
    this.name = name;
    this.resource = resource;
    this.line = line;
    this.recall = new LineRecall(resource);
  }

  @Override
  public boolean asksForOne() {
    return resource.single() != null;
  }

  @Override
  public PublishedLine recall(byte[] published) {
    return recall.of(published);
  }

  @Override
  public RecordOutcome read(String id, Duration limit, PageSink sink) throws InterruptedException {
    Single single = resource.single();
    try {
      Resource one = resource.ofOne(id);
      return one == null || single == null
          ? unknown("the API has no way to ask for one record", null)
          : read(one, id, single, limit, sink);
    } catch (DefinitionException e) {
      return unknown(String.valueOf(e.getMessage()), null);
    }
  }

  private RecordOutcome read(Resource one, String id, Single single, Duration limit, PageSink sink)
      throws InterruptedException {
    List<Integer> gone = single.gone();
    RestPageReader reader = new RestPageReader(session, one, line, RecordShapes.of(one));
    Asked asked = new Asked(id, single.proves(), sink);
    PageOutcome outcome = reader.read(new PageRequest(null, null, null, limit), asked);
    status = reader.status();
    return switch (outcome) {
      case Delivered(var _, var _, String requestId, var _, var _) when asked.other != null ->
          unknown(
              name
                  + ": asked for the record "
                  + id
                  + ", the API gave the record "
                  + asked.other
                  + "; nothing was published of it. Check single.path, and single.record or id",
              requestId);
      // An API that answers an error where a list is empty often answers the same for one record.
      case Delivered(var _, var _, String requestId, var _, var _)
          when asked.count == 0 && gone.contains(status) ->
          new RecordOutcome.Absent(requestId, answered());
      case Delivered(var _, var _, String requestId, var _, var _) when asked.count == 0 ->
          new RecordOutcome.Unknown(
              new PageOutcome.Unavailable("the answer for " + id + " holds no record", requestId));
      case Delivered(var _, var _, String requestId, var time, var _) ->
          new RecordOutcome.Found(requestId, time);
      case Refused(var _, String requestId) when gone.contains(status) ->
          new RecordOutcome.Absent(requestId, answered());
      case Refused(String reason, String requestId) when Single.STATUSES.contains(status) ->
          unknown(undeclared(reason, id, gone), requestId);
      default -> new RecordOutcome.Unknown(outcome);
    };
  }

  private String undeclared(String reason, String id, List<Integer> gone) {
    return name
        + ", record "
        + id
        + ": "
        + reason
        + ". Where this is the API's word for a record that is gone, add "
        + status
        + " to single.gone, which is "
        + gone;
  }

  private static RecordOutcome unknown(String reason, @Nullable String requestId) {
    return new RecordOutcome.Unknown(new Refused(reason, requestId));
  }

  /** The status of the last answer; 0 where none came. */
  public int status() {
    return status;
  }

  /** The server's clock at the last answer, as far as known. */
  public Instant answered() {
    return line.clock().instant();
  }

  /** Hands on what was asked for, and knows whether something came and whether it was another. */
  private static final class Asked implements PageSink {
    private final String id;
    private final boolean proves;
    private final PageSink sink;
    private int count;
    private @Nullable String other;

    /**
     * @param proves whether that it came is all that counts
     */
    Asked(String id, boolean proves, PageSink sink) {
      this.id = id;
      this.proves = proves;
      this.sink = sink;
    }

    @Override
    public void accept(RawRecord record) throws InterruptedException {
      String came = JsonValue.text(record.identity());
      if (!came.equals(id)) {
        other = came;
        return;
      }
      count++;
      if (!proves) {
        sink.accept(record);
      }
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
}
