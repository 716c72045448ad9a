package dev.tidemark.simulators.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectionTest {
  private static final Instant LATER = Instant.parse("2026-07-01T00:00:00.123456Z");
  private static final Ids NUMBERS =
      new Ids() {
        @Override
        public String id(String parent, long ordinal) {
          return parent + ordinal;
        }

        @Override
        public long rank(String id) {
          return Long.parseLong(id);
        }
      };
  private static final Shape SHAPE =
      new Shape(
          NUMBERS,
          "name",
          true,
          (draft, of) ->
              draft.raw("id", of.id()).text("name", "n").text("updated_at", of.updatedAt()));

  @Test
  void equal_plans_make_equal_bytes_and_other_seeds_make_others() {
    DatasetPlan plan = DatasetPlan.of(1, 200).withNastyShare(0.5);
    assertThat(made(plan).truth()).isEqualTo(made(plan).truth());
    assertThat(made(plan).truth())
        .isNotEqualTo(made(DatasetPlan.of(2, 200).withNastyShare(0.5)).truth());
  }

  @Test
  void an_edit_changes_bytes_and_time_and_the_truth_with_them() {
    Collection records = made(DatasetPlan.of(1, 3));
    records.edit("2", LATER);
    assertThat(records.truth())
        .containsEntry(
            "2", "{\"id\":2,\"name\":\"edited 1\",\"updated_at\":\"2026-07-01T00:00:00Z\"}");
  }

  @Test
  void a_touch_moves_the_time_only_and_a_rewrite_the_bytes_only() {
    Collection records = made(DatasetPlan.of(1, 3));
    Map<String, String> before = records.truth();
    records.rewrite("1");
    records.touch("2", LATER);
    assertThat(time(records.truth().get("1"))).isEqualTo(time(before.get("1")));
    assertThat(records.truth().get("1")).contains("edited 1");
    assertThat(records.truth().get("2")).contains("\"n\"").contains("2026-07-01T00:00:00Z");
    assertThat(records.truth().get("3")).isEqualTo(before.get("3"));
  }

  @Test
  void a_deleted_record_is_no_part_of_the_truth_and_still_has_a_place() {
    Collection records = made(DatasetPlan.of(1, 3));
    records.delete("2");
    assertThat(records.ids()).containsExactly("1", "3");
    assertThat(records.after(records.find("2"), false, 9, Row::listed))
        .extracting(Row::id)
        .containsExactly("3");
  }

  @Test
  void an_inserted_record_comes_behind_all_others() {
    Collection records = made(DatasetPlan.of(1, 3));
    assertThat(records.insert(LATER)).isEqualTo("4");
    assertThat(records.insert(LATER, Nasty.PRETTY)).isEqualTo("5");
    assertThat(records.ids()).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void any_bytes_may_be_put() {
    Collection records = made(DatasetPlan.of(1, 1));
    records.put("7", Json.of("{ \"id\" : 7 }"), null);
    assertThat(records.truth()).containsEntry("7", "{\"id\":7}");
  }

  @Test
  void counts_are_remembered_until_something_changes() {
    Collection records = made(DatasetPlan.of(1, 3));
    assertThat(records.count("all", Row::listed)).isEqualTo(3);
    records.delete("1");
    assertThat(records.count("all", Row::listed)).isEqualTo(2);
  }

  @Test
  void a_reader_never_sees_half_an_edit() throws InterruptedException {
    Collection records = made(DatasetPlan.of(1, 3));
    Instant start = Instant.parse("2027-01-01T00:00:00Z");
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              for (int i = 1; i <= 5_000; i++) {
                records.edit("2", start.plusSeconds(i));
              }
            });
    while (writer.isAlive()) {
      Json seen = records.rows(row -> row.id().equals("2")).getFirst().json();
      String name = String.valueOf(seen.raw("name"));
      if (!name.equals("\"n\"")) {
        long edit = Long.parseLong(name.replaceAll("[^0-9]", ""));
        assertThat(seen.raw("updated_at")).isEqualTo("\"" + start.plusSeconds(edit) + "\"");
      }
    }
    writer.join();
  }

  @Test
  void a_burst_lets_neighbours_share_one_instant() {
    Collection records = made(DatasetPlan.of(1, 99).withBurst(50));
    assertThat(records.rows(Row::listed)).extracting(Row::updatedAt).doesNotContainNull();
    assertThat(records.rows(Row::listed).stream().map(Row::updatedAt).distinct()).hasSize(2);
  }

  @Test
  void hidden_stamps_keep_finer_times_than_they_print() {
    Collection records = made(DatasetPlan.of(1, 1).withStamps(Stamps.HIDDEN));
    records.touch("1", LATER);
    assertThat(records.rows(Row::listed).getFirst().updatedAt()).isEqualTo(LATER);
    assertThat(records.truth().get("1")).contains("\"2026-07-01T00:00:00Z\"");
  }

  @Test
  void a_record_that_is_not_there_cannot_be_changed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> made(DatasetPlan.of(1, 1)).touch("9", LATER));
  }

  @Test
  void a_plan_refuses_nonsense() {
    assertThatIllegalArgumentException().isThrownBy(() -> DatasetPlan.of(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> DatasetPlan.of(1, 1).withNastyShare(1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> DatasetPlan.of(1, 1).withBurst(0));
  }

  private static Collection made(DatasetPlan plan) {
    Dataset.World world =
        new Dataset.World(
            Map.of("things", SHAPE),
            Map.of(),
            Comparator.comparingLong(Row::rank),
            List.of(Nasty.values()));
    return new Dataset(plan, world).collection("things");
  }

  private static String time(@Nullable String json) {
    return String.valueOf(Json.of(String.valueOf(json)).raw("updated_at"));
  }
}
