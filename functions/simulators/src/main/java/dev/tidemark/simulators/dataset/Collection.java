package dev.tidemark.simulators.dataset;

import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The records of one resource. Tests change it from any thread while it is served; a page shows a
 * row as it was before a change or after it, never between.
 */
public final class Collection {
  private final Shape shape;
  private final Stamps stamps;
  private final Breeder breeder;
  private final Rows rows;
  private final AtomicLong ordinals = new AtomicLong();
  private final AtomicLong edits = new AtomicLong();

  Collection(Shape shape, Stamps stamps, Breeder breeder, Comparator<Row> order, int size) {
    this.shape = shape;
    this.stamps = stamps;
    this.breeder = breeder;
    this.rows = new Rows(order);
    for (int i = 0; i < size; i++) {
      rows.put(breeder.bred(ordinals.incrementAndGet()));
    }
  }

  /** Adds a plain record behind all others by id and returns its id. */
  public String insert(Instant updatedAt) {
    return add(updatedAt, null);
  }

  /** Adds a record of the given kind and returns its id. */
  public String insert(Instant updatedAt, Nasty kind) {
    return add(updatedAt, kind);
  }

  /** Adds or replaces a record with exact bytes; nothing is checked. */
  public void put(String id, Json json, @Nullable Instant updatedAt) {
    rows.put(new Row(id, shape.ids().rank(id), updatedAt, json, Visibility.LISTED));
  }

  /** Changes a text of the record and its time. */
  public void edit(String id, Instant updatedAt) {
    change(id, this::rewritten, updatedAt);
  }

  /** Changes a text of the record and leaves its time alone, as a system update does. */
  public void rewrite(String id) {
    change(id, this::rewritten);
  }

  /** Changes the record's time and nothing else. */
  public void touch(String id, Instant updatedAt) {
    change(id, json -> json, updatedAt);
  }

  /** Changes the record's bytes and leaves its time alone. */
  public synchronized void change(String id, UnaryOperator<Json> change) {
    Row row = get(id);
    rows.put(row.with(change.apply(row.json())));
  }

  /** Changes the record's bytes and its time in one step. */
  public synchronized void change(String id, UnaryOperator<Json> change, Instant updatedAt) {
    Row row = get(id);
    String printed = Stamps.printed(updatedAt);
    Json changed = shape.stamping().stamp(change.apply(row.json()), updatedAt, printed);
    rows.put(row.with(changed, stamps.stored(updatedAt)));
  }

  /** Changes the record's bytes and its place in the order; no member is stamped. */
  public synchronized void move(String id, UnaryOperator<Json> change, Instant place) {
    Row row = get(id);
    rows.put(row.with(change.apply(row.json()), stamps.stored(place)));
  }

  /** Changes who sees the record. */
  public synchronized void show(String id, Visibility visibility) {
    rows.put(get(id).with(visibility));
  }

  /** Takes the record away: not listed, not found. */
  public void delete(String id) {
    show(id, Visibility.DELETED);
  }

  /** The ids of all rows that lists show to every credential, in walking order. */
  public List<String> ids() {
    return List.copyOf(truth().keySet());
  }

  /** What an honest full walk would land: id to compact JSON, in walking order. */
  public Map<String, String> truth() {
    return truth(Row::listed);
  }

  /** The rows that pass: id to compact JSON, in walking order. */
  public Map<String, String> truth(Predicate<Row> filter) {
    Map<String, String> truth = new LinkedHashMap<>();
    for (Row row : rows(filter)) {
      truth.put(row.id(), row.json().compact().toString());
    }
    return truth;
  }

  /** All rows that pass, in walking order. */
  public List<Row> rows(Predicate<Row> filter) {
    return rows.after(null, false, Integer.MAX_VALUE, filter);
  }

  /**
   * Up to {@code limit} rows that pass.
   *
   * @param position the row behind which to begin; it need not exist; null is the start
   */
  public List<Row> after(
      @Nullable Row position, boolean descending, int limit, Predicate<Row> filter) {
    return rows.after(position, descending, limit, filter);
  }

  /** How many rows pass; {@code key} names the filter, so that the answer can be remembered. */
  public long count(String key, Predicate<Row> filter) {
    return rows.count(key, filter);
  }

  /** The row with this id, deleted or not; null when there never was one. */
  public @Nullable Row find(String id) {
    return rows.find(id);
  }

  /** The form of the records. */
  public Shape shape() {
    return shape;
  }

  private Json rewritten(Json json) {
    return json.with(shape.text(), Json.quoted("edited " + edits.incrementAndGet()));
  }

  private String add(Instant updatedAt, @Nullable Nasty kind) {
    Row row = breeder.row(ordinals.incrementAndGet(), updatedAt, kind);
    rows.put(row);
    return row.id();
  }

  private Row get(String id) {
    Row row = rows.find(id);
    if (row == null) {
      throw new IllegalArgumentException("no record with id " + id);
    }
    return row;
  }
}
