package dev.tidemark.lake;

import static dev.tidemark.lake.Bucket.gone;
import static dev.tidemark.lake.Bucket.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the manifests of a bucket publish, and what of it counts. */
class LakeTest {
  private static final ResourceKey DEALS = ResourceKey.of("acme", "deals");
  private static final String NONE = "{\"from\":null,\"until\":null}";
  private static final String RANGE = "{\"from\":\"2026-01-01T00:00:00Z\",\"until\":null}";
  private static final String FIRST = "20260301T120001Z-a";
  private static final String SECOND = "20260301T120002Z-b";

  private final Bucket bucket = new Bucket();
  private final Lake lake = new Lake(bucket);

  private PublishedState state() {
    return lake.state(DEALS, Bucket.READING);
  }

  @Nested
  class ALineCountsInsteadOfAnother {
    /** Given as generation and version, a dash for none. */
    @ParameterizedTest(name = "{0} {1} before {2} {3}: {4}")
    @CsvSource({
      "0, 9, 0, 10, later",
      "0, 10, 0, 9, before",
      "0, -, 0, -9, later",
      "1, 5, 0, 7, before",
      "1, 5, 2, -, later",
      "0, 5, 0, 5, later"
    })
    void by_generation_then_version_then_what_is_later(
        int generation, String version, int laterGeneration, String laterVersion, String counts) {
      bucket.publish(
          FIRST,
          "incremental",
          NONE,
          line("{\"id\":1,\"n\":\"before\"}", FIRST, known(version), generation));
      bucket.publish(
          SECOND,
          "incremental",
          NONE,
          line("{\"id\":1,\"n\":\"later\"}", SECOND, known(laterVersion), laterGeneration));
      assertThat(state().records()).containsEntry("1", "{\"id\":1,\"n\":\"" + counts + "\"}");
    }

    private static @Nullable String known(String version) {
      return version.equals("-") ? null : version;
    }

    @Test
    void and_of_one_batch_the_later_line() {
      bucket.publish(
          FIRST,
          "incremental",
          NONE,
          line("{\"id\":1,\"n\":1}", FIRST, "5", 0),
          line("{\"id\":1,\"n\":2}", FIRST, "5", 0));
      assertThat(state().records()).containsEntry("1", "{\"id\":1,\"n\":2}");
    }

    @Test
    void and_a_delete_takes_the_record_away() {
      bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1,\"n\":1}", FIRST, "5", 0));
      bucket.publish(SECOND, "reconcile", NONE, gone("{\"id\":1}", SECOND, "5"));
      assertThat(state().records()).isEmpty();
      assertThat(state().deletes()).containsEntry("1", "{\"id\":1}");
      assertThat(state().lines()).isEqualTo(2);
    }
  }

  @Nested
  class ALineIsRepeated {
    private final LandedLine again = line("{\"id\":1,\"n\":1}", SECOND, "5", 0);

    @Test
    void where_the_resources_own_runs_publish_the_same_bytes_twice() {
      bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1,\"n\":1}", FIRST, "5", 0));
      bucket.publish(SECOND, "reconcile", NONE, again);
      assertThat(state().repetitions()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {"refresh;" + NONE, "backfill;" + RANGE})
    void but_not_where_a_run_beside_them_does(String mode, String bounds) {
      bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1,\"n\":1}", FIRST, "5", 0));
      bucket.publish(SECOND, mode, bounds, again);
      assertThat(state().repetitions()).isZero();
    }

    @Test
    void but_not_where_it_came_back() {
      bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1,\"n\":1}", FIRST, "5", 0));
      bucket.publish(SECOND, "reconcile", NONE, gone("{\"id\":1}", SECOND, "5"), again);
      assertThat(state().repetitions()).isZero();
    }
  }

  @Nested
  class WhatCannotBeRead {
    @Test
    void an_object_that_no_manifest_lists_is_not_read() {
      bucket.objects.put("raw/acme/deals/v1/2026-03-01/x/batch-000001.ndjson.gz", new byte[3]);
      assertThat(state().lines()).isZero();
    }

    @Test
    void is_named_with_what_is_wrong() {
      bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1}", FIRST, "5", 0));
      String key = lake.runs(DEALS).getFirst().objects().getFirst().key();
      for (byte[] wrong :
          List.of(
              new byte[] {1, 2, 3},
              Bucket.gzip("{\"id\":1}\n"),
              Bucket.gzip(""),
              Bucket.gzip(line("{\"id\":1}", FIRST, "5", 0).text() + "\n{\"id\":2}\n"))) {
        bucket.objects.put(key, wrong);
        assertThatThrownBy(this::read)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContainingAll("memory:" + key, "restore the object");
      }
      bucket.objects.remove(key);
      assertThatThrownBy(this::read).hasMessageContaining("a manifest lists it and it is missing");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        quoteCharacter = '\0',
        value = {
          "nonsense; it is not JSON",
          "[1]; it is no manifest",
          "{}; it has no text connection",
          "{\"connection\":\"acme\",\"resource\":\"Deals!\"}; resource",
          "{\"connection\":\"acme\",\"resource\":\"deals\",\"run\":\"r\",\"mode\":\"m\","
              + "\"startedAt\":\"yesterday\"}; a time in it cannot be read"
        })
    void a_manifest_neither(String json, String wrong) {
      bucket.manifest(FIRST, json);
      assertThatThrownBy(this::read)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContainingAll("memory:manifests/acme/deals/" + FIRST + ".json", wrong);
    }

    private void read() {
      state();
    }
  }

  @Test
  void runs_come_by_their_beginning_with_what_a_later_version_adds() {
    bucket.publish(SECOND, "incremental", NONE);
    bucket.publish(FIRST, "backfill", RANGE);
    assertThat(lake.runs(DEALS)).extracting(PublishedRun::run).containsExactly(FIRST, SECOND);
    assertThat(lake.runs(DEALS).getFirst().json().at("/later/member").asInt()).isEqualTo(1);
    assertThat(lake.connections()).containsExactly("acme");
    assertThat(lake.resources("acme")).containsExactly("deals");
    assertThat(lake.resources("other")).isEmpty();
  }
}
