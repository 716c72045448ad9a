package dev.tidemark.testkit.history;

import dev.tidemark.memory.ManualClock;
import dev.tidemark.testkit.source.FakeApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The collection of a history: changes it at random and remembers what of that an incremental run
 * does not owe, and which versions went back.
 */
final class Collected {
  /** A record that stays as it is, so that the collection is never empty. */
  private static final long ANCHOR = 500;

  private static final int IDS = 1000;
  private static final int LATEST_SECONDS = 110;
  private static final Instant UNDATED = Instant.MIN;

  private final FakeApi api;
  private final ManualClock clock;
  private final Random random;
  private final Sight sight;
  private final List<Kind> kinds;
  private final Map<Long, Instant> there = new TreeMap<>();
  private final Map<Long, Instant> gone = new TreeMap<>();
  private final Map<Long, Integer> removals = new HashMap<>();
  private final Set<Long> unseen = new HashSet<>();
  private final Set<Long> wentBack = new HashSet<>();
  private final List<String> journal;

  Collected(FakeApi api, ManualClock clock, Random random, Sight sight, List<String> journal) {
    this.api = api;
    this.clock = clock;
    this.random = random;
    this.sight = sight;
    this.kinds = List.copyOf(sight.happening());
    this.journal = journal;
    api.add(ANCHOR, clock.instant().minusSeconds(4000));
  }

  /** Adds some records from before the history. */
  void fill(int count) {
    for (int i = 0; i < count; i++) {
      put(free(), clock.instant().minusSeconds(300 + random.nextInt(40) * 60L));
    }
  }

  /** One change. */
  void change() {
    Kind kind = kinds.get(random.nextInt(kinds.size()));
    Instant now = clock.instant();
    switch (kind) {
      case INSERT -> seen(kind, put(free(), now));
      case TIE -> {
        for (int i = 0; i < 3; i++) {
          seen(kind, put(free(), now));
        }
      }
      case LATE_TIE -> seen(kind, put(free(), newest(now)));
      case LATE_INSERT -> seen(kind, put(free(), late(now)));
      case FUTURE -> seen(kind, put(free(), future(now)));
      case UNDATED -> undated();
      case EDIT -> one(there, id -> edit(kind, id, now));
      case LATE_EDIT -> one(there, id -> edit(kind, id, late(now)));
      case REWRITE -> one(there, this::rewrite);
      case CORRECT -> one(future(), id -> goBack(kind, id, now));
      case BACK -> one(there, id -> goBack(kind, id, earlier(now)));
      case TIMELESS -> one(there, id -> goBack(kind, id, null));
      case DELETE -> one(there, this::remove);
      case RETURN -> one(gone, id -> comeBack(id, true));
      case RETURN_UNCHANGED -> one(gone, id -> comeBack(id, false));
      case RETURN_BACK ->
          one(
              gone,
              id -> {
                comeBack(id, false);
                goBack(kind, id, earlier(now));
              });
    }
  }

  private Map<Long, Instant> future() {
    Map<Long, Instant> future = new TreeMap<>(there);
    future.values().removeIf(at -> !at.isAfter(clock.instant()));
    return future;
  }

  private Instant earlier(Instant now) {
    return now.minusSeconds(4000 + random.nextInt(4000));
  }

  private void goBack(Kind kind, long id, @Nullable Instant to) {
    api.edit(id, to);
    there.put(id, to == null ? UNDATED : to);
    wentBack.add(id);
    seen(kind, id);
  }

  /** Whether a version of the record ever went back. */
  boolean wentBack(long id) {
    return wentBack.contains(id);
  }

  int removals(long id) {
    return removals.getOrDefault(id, 0);
  }

  /** Whether an incremental run owes the record as it is. */
  boolean owed(long id) {
    return !unseen.contains(id);
  }

  private long put(long id, Instant at) {
    api.add(id, at);
    there.put(id, at);
    return id;
  }

  private void undated() {
    long id = free();
    api.addUndated(id);
    there.put(id, UNDATED);
    seen(Kind.UNDATED, id);
  }

  private void edit(Kind kind, long id, Instant at) {
    Instant before = there.getOrDefault(id, UNDATED);
    if (before.isAfter(clock.instant())) {
      rewrite(id);
      return;
    }
    Instant to = before.isAfter(at) ? before : at;
    api.edit(id, to);
    there.put(id, to);
    // A change that leaves the time where it was is a late one as long as that time is young.
    boolean young = to.isAfter(clock.instant().minusSeconds(LATEST_SECONDS));
    seen(to.equals(before) && !young ? Kind.REWRITE : kind, id);
  }

  private void rewrite(long id) {
    api.rewrite(id);
    seen(Kind.REWRITE, id);
  }

  private void remove(long id) {
    api.remove(id);
    gone.put(id, there.getOrDefault(id, UNDATED));
    there.remove(id);
    removals.merge(id, 1, Integer::sum);
    seen(Kind.DELETE, id);
  }

  private void comeBack(long id, boolean changed) {
    Instant at = gone.getOrDefault(id, UNDATED);
    api.restore(id);
    gone.remove(id);
    there.put(id, at);
    seen(Kind.RETURN_UNCHANGED, id);
    if (changed) {
      edit(Kind.RETURN, id, clock.instant());
    }
  }

  private void seen(Kind kind, long id) {
    journal.add(clock.instant() + " " + kind + " " + id);
    if (sight.unseen().contains(kind)) {
      unseen.add(id);
    } else {
      unseen.remove(id);
    }
  }

  private Instant newest(Instant now) {
    Instant newest =
        there.values().stream()
            .filter(at -> !at.isAfter(now))
            .max(Comparator.naturalOrder())
            .orElse(now);
    return newest.isAfter(now.minusSeconds(LATEST_SECONDS)) ? newest : now;
  }

  private Instant late(Instant now) {
    return now.minusSeconds(random.nextInt(LATEST_SECONDS));
  }

  private Instant future(Instant now) {
    return now.plus(random.nextBoolean() ? Duration.ofMinutes(20) : Duration.ofDays(400));
  }

  private long free() {
    while (true) {
      long id = random.nextLong(1, IDS);
      if (id != ANCHOR && !there.containsKey(id) && !gone.containsKey(id)) {
        return id;
      }
    }
  }

  private void one(Map<Long, Instant> of, LongConsumer change) {
    if (!of.isEmpty()) {
      change.accept(new ArrayList<>(of.keySet()).get(random.nextInt(of.size())));
    }
  }
}
