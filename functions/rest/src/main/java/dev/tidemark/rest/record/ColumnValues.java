package dev.tidemark.rest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.definition.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of records that a definition declares columns for. Of a doubled member the last
 * counts, as everywhere. What does not fit its column is null there and counted; the record has it.
 */
public final class ColumnValues {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final List<DeclaredColumn> columns;
  private final Member root = new Member();
  private final long[] misfits;

  /** A member on the way to columns. */
  private static final class Member {
    private final Map<String, Member> below = new HashMap<>();
    private final List<Integer> columns = new ArrayList<>();
  }

  /** Reads the columns that {@code resource} declares. */
  public ColumnValues(Resource resource) {
    this.columns = resource.members().declared();
    this.misfits = new long[columns.size()];
    for (int column = 0; column < columns.size(); column++) {
      Member at = root;
      for (String name : columns.get(column).path().names()) {
        at = at.below.computeIfAbsent(name, _ -> new Member());
      }
      at.columns.add(column);
    }
  }

  /** The columns, in their order. */
  public List<DeclaredColumn> columns() {
    return columns;
  }

  /** How many values did not fit the column of this number, of all records so far. */
  public long misfits(int column) {
    return misfits[column];
  }

  /**
   * The values of {@code record}, one for each column: a String, Long, BigDecimal, Double, Boolean
   * or Instant by the column's type; null where there is none, or it does not fit.
   */
  public @Nullable Object[] of(byte[] record) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    if (columns.isEmpty()) {
      return values;
    }
    try (JsonParser json = JSON.createParser(record)) {
      json.nextToken();
      object(json, root, values);
    } catch (IOException e) {
      // Bytes that are no text: what was not read until here fits nothing.
      for (int column = 0; column < values.length; column++) {
        if (values[column] == null) {
          values[column] = ColumnValue.MISFIT;
        }
      }
    }
    for (int column = 0; column < values.length; column++) {
      if (ColumnValue.MISFIT.equals(values[column])) {
        values[column] = null;
        misfits[column]++;
      }
    }
    return values;
  }

  private void object(JsonParser json, Member at, @Nullable Object[] values) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      Member member = at.below.get(json.currentName());
      JsonToken token = json.nextToken();
      if (member == null) {
        json.skipChildren();
        continue;
      }
      forget(member, values);
      for (int column : member.columns) {
        values[column] = ColumnValue.of(json, columns.get(column));
      }
      if (token == JsonToken.START_OBJECT) {
        object(json, member, values);
      } else {
        json.skipChildren();
      }
    }
  }

  /** A doubled member takes the place of the one before, with all that stood in it. */
  private static void forget(Member member, @Nullable Object[] values) {
    member.columns.forEach(column -> values[column] = null);
    member.below.values().forEach(below -> forget(below, values));
  }

  /** Forgets how many values did not fit. */
  public void clear() {
    Arrays.fill(misfits, 0);
  }
}
