package dev.tidemark.core.reconcile;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The children that may have vanished, by their parents. */
final class Families {
  private final NavigableMap<String, NavigableMap<String, PublishedLine>> byParent =
      new TreeMap<>();

  private Families() {}

  static Families of(Candidates candidates) {
    Families families = new Families();
    for (PublishedLine line : candidates.byIdentity().values()) {
      String parent = line.landed().parent();
      if (parent == null) {
        throw new IllegalStateException(
            "the published record "
                + line.identity()
                + " names no parent, though its resource has one now; raise its schema");
      }
      families.byParent.computeIfAbsent(parent, _ -> new TreeMap<>()).put(line.identity(), line);
    }
    return families;
  }

  /**
   * {@code place}, or before the next parent that misses children where there is nothing left to do
   * at it; null where there is none.
   *
   * @param place null for the beginning
   */
  @Nullable FamilyPlace from(@Nullable FamilyPlace place) {
    if (place == null) {
      return byParent.isEmpty() ? null : FamilyPlace.before(byParent.firstKey());
    }
    if (place.step() != FamilyPlace.Step.BEHIND && !isEmpty(place.parent())) {
      return place;
    }
    String next = byParent.higherKey(place.parent());
    return next == null ? null : FamilyPlace.before(next);
  }

  /** Behind the parent; null if it is the last. */
  @Nullable FamilyPlace behind(FamilyPlace place) {
    return byParent.higherKey(place.parent()) == null ? null : place.behind();
  }

  /** Whether no child of {@code parent} is missed any more. */
  boolean isEmpty(String parent) {
    return !byParent.containsKey(parent);
  }

  /** Hands on those of {@code parent} that are missed, and remembers which. */
  Shown watch(String parent, PageSink sink) {
    return new Shown(parent, byParent.getOrDefault(parent, new TreeMap<>()), sink);
  }

  /** Those that were shown have not vanished. */
  void forget(Shown shown) {
    shown.identities.forEach(shown.family::remove);
    dropIfEmpty(shown.parent);
  }

  /**
   * Publishes deletes of what the parent is still missed of, up to a page of them.
   *
   * @return where it continues; null if nothing is left to do
   */
  @Nullable FamilyPlace delete(FamilyPlace place, PageSink sink) throws InterruptedException {
    NavigableMap<String, PublishedLine> family =
        byParent.getOrDefault(place.parent(), new TreeMap<>());
    List<Map.Entry<String, PublishedLine>> now =
        family.entrySet().stream().limit(DeleteDetection.UNASKED).toList();
    for (Map.Entry<String, PublishedLine> each : now) {
      DeleteDetection.delete(each.getValue(), sink);
    }
    String last = now.getLast().getKey();
    now.forEach(each -> family.remove(each.getKey()));
    dropIfEmpty(place.parent());
    return isEmpty(place.parent()) ? behind(place) : place.deleted(last);
  }

  private void dropIfEmpty(String parent) {
    NavigableMap<String, PublishedLine> family = byParent.get(parent);
    if (family != null && family.isEmpty()) {
      byParent.remove(parent);
    }
  }

  /** Takes a page of a list: only children that are missed pass. */
  static final class Shown implements PageSink {
    private final String parent;
    private final NavigableMap<String, PublishedLine> family;
    private final PageSink sink;
    private final List<String> identities = new ArrayList<>();

    Shown(String parent, NavigableMap<String, PublishedLine> family, PageSink sink) {
      this.parent = parent;
      this.family = family;
      this.sink = sink;
    }

    @Override
    public void accept(RawRecord record) throws InterruptedException {
      if (family.containsKey(record.identity())) {
        identities.add(record.identity());
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
