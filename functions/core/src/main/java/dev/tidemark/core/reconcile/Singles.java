package dev.tidemark.core.reconcile;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records by their ids, one a page. The cursor says how many were asked for and which
 * of them the API does not have, so that both outlive a leg.
 */
public final class Singles implements PageReader {
  private static final String END = ";";

  private final List<String> ids;
  private final RecordReader records;

  public Singles(List<String> ids, RecordReader records) {
    this.ids = ids;
    this.records = records;
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    List<Integer> absent = absent(request.cursor());
    int at = asked(request.cursor());
    return switch (records.read(ids.get(at), request.limit(), sink)) {
      case RecordOutcome.Found(String requestId, var serverTime) ->
          new Delivered(next(at + 1, absent), text(at + 1, absent), requestId, serverTime);
      case RecordOutcome.Absent(String requestId, var serverTime) -> {
        absent.add(at);
        yield new Delivered(next(at + 1, absent), text(at + 1, absent), requestId, serverTime);
      }
      case RecordOutcome.Unknown(PageOutcome why) -> why;
    };
  }

  /** The ids of a run that the API said it does not have, or does not show. */
  public static List<String> absent(Progress progress) {
    List<String> ids = progress.run().scope().ids();
    return ids.isEmpty()
        ? List.of()
        : absent(progress.walk().position().cursor()).stream().map(ids::get).toList();
  }

  private @Nullable String next(int asked, List<Integer> absent) {
    return asked < ids.size() ? text(asked, absent) : null;
  }

  private static String text(int asked, List<Integer> absent) {
    return asked + END + absent.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static int asked(@Nullable Cursor cursor) {
    return cursor == null
        ? 0
        : Integer.parseInt(cursor.text().substring(0, cursor.text().indexOf(END)));
  }

  private static List<Integer> absent(@Nullable Cursor cursor) {
    List<Integer> absent = new ArrayList<>();
    String text = cursor == null ? "" : cursor.text().substring(cursor.text().indexOf(END) + 1);
    for (String position : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      absent.add(Integer.parseInt(position));
    }
    return absent;
  }
}
