package dev.tidemark.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two states beside each other, whatever fits into memory. */
class StateComparisonTest {
  private static final ResourceKey DEALS = ResourceKey.of("acme", "deals");

  private static final DifferenceRule RULE =
      new DifferenceRule() {
        @Override
        public Difference differs(@Nullable Instant api) {
          return Difference.STALE;
        }

        @Override
        public Difference unpublished(@Nullable Instant api) {
          return Difference.MISSED;
        }

        @Override
        public Difference unlisted(@Nullable Instant lake) {
          return Difference.EXTRA;
        }
      };

  @TempDir private Path temporary;

  private static LineFacts.LineFact fact(byte[] line) {
    LandedLine landed = LandedLine.parse(line);
    byte[] bytes = landed.record().getBytes(UTF_8);
    return new LineFacts.LineFact(
        new Fingerprinter()
            .of(
                RandomLake.READING.identity(landed),
                landed.deleted(),
                bytes,
                0,
                bytes.length,
                null),
        null,
        false);
  }

  private static Map<String, LandedLine> held(Lake lake) {
    Map<String, LandedLine> held = new HashMap<>();
    lake.state(DEALS, RandomLake.READING)
        .newest()
        .values()
        .forEach(line -> held.put(RandomLake.READING.identity(line), line));
    return held;
  }

  private static String expected(Lake one, Lake other) {
    Map<String, Long> expected = new TreeMap<>();
    Map<String, LandedLine> lake = held(one);
    Map<String, LandedLine> api = held(other);
    Map<String, LandedLine> all = new HashMap<>(lake);
    all.putAll(api);
    for (String id : all.keySet()) {
      LandedLine mine = lake.get(id);
      LandedLine theirs = api.get(id);
      boolean there = mine != null && !mine.deleted();
      if (there && theirs == null) {
        expected.merge("extra", 1L, Long::sum);
      } else if (!there && theirs != null && !theirs.deleted()) {
        expected.merge("missed", 1L, Long::sum);
      } else if (there && Objects.requireNonNull(theirs).deleted()) {
        expected.merge("stale", 1L, Long::sum);
      } else if (there && theirs != null) {
        boolean same = Objects.requireNonNull(mine).record().equals(theirs.record());
        expected.merge(same ? "same" : "stale", 1L, Long::sum);
      }
    }
    return expected.toString();
  }

  @Test
  void differs_in_what_differs_however_it_is_divided() {
    for (int seed = 0; seed < 60; seed++) {
      Lake one = new Lake(new RandomLake(seed));
      Lake other = new Lake(new RandomLake(seed + 1));
      for (int fits : new int[] {0, 3, 1000}) {
        StateComparison comparison =
            StateComparison.of(
                state(one), state(other), StateComparisonTest::fact, RULE, temporary, fits);
        Map<String, Long> found = new TreeMap<>();
        for (Difference kind : Difference.values()) {
          if (comparison.count(kind) > 0) {
            found.put(kind.word(), comparison.count(kind));
          }
        }
        if (comparison.same() > 0) {
          found.put("same", comparison.same());
        }
        assertThat(found.toString()).as("seed %d, %d", seed, fits).isEqualTo(expected(one, other));
      }
    }
    assertThat(temporary).isEmptyDirectory();
  }

  private ExactState state(Lake lake) {
    return ExactState.of(lake, StateRuns.of(lake.runs(DEALS)), RandomLake.READING, temporary);
  }
}
