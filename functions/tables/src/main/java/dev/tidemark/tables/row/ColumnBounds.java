package dev.tidemark.tables.row;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Comparators;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Between what the ids and the times of a file's rows lie, so that an engine that asks for some of
 * them leaves the others' files alone.
 */
final class ColumnBounds {
  private static final int ID = 1;
  private static final int FETCHED_AT = 5;
  private static final int KEPT = 16;
  private static final Comparator<CharSequence> TEXTS = Comparators.charSequences();

  private @Nullable String leastId;
  private @Nullable String greatestId;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  void take(TableRow row) {
    String least = leastId;
    String greatest = greatestId;
    if (least == null || TEXTS.compare(row.id(), least) < 0) {
      leastId = row.id();
    }
    if (greatest == null || TEXTS.compare(row.id(), greatest) > 0) {
      greatestId = row.id();
    }
    first = Math.min(first, row.fetchedAt());
    last = Math.max(last, row.fetchedAt());
  }

  Metrics metrics(long rows) {
    Map<Integer, ByteBuffer> lower = new HashMap<>();
    Map<Integer, ByteBuffer> upper = new HashMap<>();
    if (rows > 0) {
      lower.put(FETCHED_AT, Conversions.toByteBuffer(Types.TimestampType.withZone(), first));
      upper.put(FETCHED_AT, Conversions.toByteBuffer(Types.TimestampType.withZone(), last));
    }
    if (leastId != null) {
      text(lower, UnicodeUtil.truncateStringMin(Literal.of(leastId), KEPT));
    }
    if (greatestId != null) {
      // There is none where no character is greater than those that are kept.
      text(upper, UnicodeUtil.truncateStringMax(Literal.of(greatestId), KEPT));
    }
    return new Metrics(rows, null, null, null, null, lower, upper);
  }

  private static void text(Map<Integer, ByteBuffer> to, @Nullable Literal<CharSequence> bound) {
    if (bound != null) {
      to.put(ID, Conversions.toByteBuffer(Types.StringType.get(), bound.value()));
    }
  }
}
