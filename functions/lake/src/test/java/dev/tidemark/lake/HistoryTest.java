package dev.tidemark.lake;

import static dev.tidemark.lake.Bucket.gone;
import static dev.tidemark.lake.Bucket.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.run.ResourceKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines with where they are from. */
class HistoryTest {
  private static final String NONE = "{\"from\":null,\"until\":null}";
  private static final String FIRST = "20260301T120001Z-a";
  private static final String SECOND = "20260301T120002Z-b";

  private final Bucket bucket = new Bucket();

  @BeforeEach
  void two_runs() {
    bucket.publish(
        FIRST,
        "incremental",
        NONE,
        line("{\"id\":1,\"n\":1}", FIRST, "5", 0),
        line("{\"id\":2,\"n\":1}", FIRST, "9", 0));
    bucket.publish(
        SECOND,
        "incremental",
        NONE,
        line("{\"id\":1,\"n\":2}", SECOND, "4", 0),
        line("{\"id\":1,\"n\":3}", SECOND, "1", 1),
        gone("{\"id\":2}", SECOND, "9"));
  }

  private History history() {
    Lake lake = new Lake(bucket);
    return new History(lake, lake.runs(ResourceKey.of("acme", "deals")));
  }

  private static List<String> records(List<Version> versions) {
    return versions.stream().map(one -> one.line().record()).toList();
  }

  @Test
  void the_newest_are_those_published_last() {
    assertThat(records(history().newest(4)))
        .containsExactly(
            "{\"id\":2}", "{\"id\":1,\"n\":3}", "{\"id\":1,\"n\":2}", "{\"id\":2,\"n\":1}");
    assertThat(history().newest(100)).hasSize(5);
  }

  @Test
  void versions_of_one_record_begin_with_the_one_that_counts() {
    List<Version> versions =
        history().versions(Bucket.READING, line -> Bucket.READING.identity(line).equals("1"));
    assertThat(records(versions))
        .containsExactly("{\"id\":1,\"n\":3}", "{\"id\":1,\"n\":1}", "{\"id\":1,\"n\":2}");
    assertThat(versions).extracting(one -> one.run().run()).containsExactly(SECOND, FIRST, SECOND);
  }

  @Test
  void a_line_has_the_request_ids_of_its_own_batch_and_not_of_another_owner() {
    assertThat(requests()).isNull();
    plant("-one.journal", "{\"sha256\":\"other\",\"requests\":{\"first\":\"a\",\"last\":\"b\"}}");
    plant("-two.other", "no journal");
    assertThat(requests()).isNull();
    plant("-two.journal", "{\"sha256\":\"x\",\"requests\":{\"first\":\"c\",\"last\":\"d\"}}\n\0\0");
    assertThat(requests()).isEqualTo(new RequestRange("c", "d"));
    plant("-two.journal", "{\"sha256\":\"x\",\"requests\":null}\n");
    assertThat(requests()).isNull();
  }

  private void plant(String end, String text) {
    bucket.objects.put(
        "index/acme/deals/v1/2026-03-01/" + SECOND + "/batch-000001" + end,
        text.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable RequestRange requests() {
    return history().newest(1).getFirst().requests();
  }
}
