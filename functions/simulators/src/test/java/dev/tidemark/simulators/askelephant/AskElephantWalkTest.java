package dev.tidemark.simulators.askelephant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.Walk;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Stamps;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskElephantWalkTest {
  private static final Instant LATER = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
  private static final String GTE = "filter[updated_at][gte]";

  private final AskElephant elephant =
      AskElephant.start(DatasetPlan.of(7, 120).withNastyShare(0.3).withBurst(50));
  private final Client client = Client.of(elephant);

  @AfterEach
  void close() {
    elephant.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "users", "tags", "engagements"})
  void an_ascending_walk_lands_exactly_the_truth_across_ties(String resource) {
    Walk walk = ascending(resource);
    assertThat(walk.ids()).containsExactlyElementsOf(elephant.truth(resource).keySet());
    assertThat(walk.bytes()).isEqualTo(String.join(",", elephant.truth(resource).values()));
  }

  @Test
  void the_default_order_is_newest_first() {
    List<String> ids = Walk.of(client, "tags", "limit", 100).ids();
    assertThat(ids).containsExactlyElementsOf(ascending("tags").ids().reversed());
    assertThat(Walk.of(client, "tags", "order_by", "updated_at:desc").ids()).isEqualTo(ids);
  }

  @Test
  void equal_times_lie_across_the_border_of_a_page() {
    List<String> ids = ascending("tags").ids();
    assertThat(time(ids.get(32))).isEqualTo(time(ids.get(33)));
  }

  @Test
  void a_row_updated_during_an_ascending_walk_comes_twice() {
    String first = elephant.collection("tags").ids().getFirst();
    touchBeforePage(3, first);
    assertThat(ascending("tags").ids()).filteredOn(first::equals).hasSize(2);
  }

  @Test
  void a_row_updated_during_a_descending_walk_is_missed() {
    String oldest = elephant.collection("tags").ids().getFirst();
    touchBeforePage(3, oldest);
    assertThat(Walk.of(client, "tags", "limit", 33).ids()).doesNotContain(oldest);
  }

  @Test
  void a_walk_ends_early_when_the_row_of_its_cursor_moves_to_the_end() {
    String last = elephant.collection("tags").ids().get(32);
    touchBeforePage(2, last);
    assertThat(ascending("tags").ids()).hasSize(33);
  }

  @Test
  void a_soft_delete_vanishes_and_the_cursor_that_names_it_goes_on() {
    Collection tags = elephant.collection("tags");
    String last = tags.ids().get(32);
    elephant.hooks().beforeAnswer("tags", Schedule.at(2), () -> tags.delete(last));
    assertThat(ascending("tags").ids()).hasSize(120);
    assertThat(ascending("tags").ids()).doesNotContain(last).hasSize(119);
    assertThat(client.get("tags/" + last).status()).isEqualTo(404);
  }

  @Test
  void private_engagements_are_absent_until_the_scope_is_granted() {
    int visible = ascending("engagements").ids().size();
    assertThat(visible).isBetween(60, 119);
    elephant.grant(AskElephant.PRIVATE_SCOPE);
    List<String> all = ascending("engagements").ids();
    assertThat(all).hasSize(120);
    assertThat(elephant.truth("engagements")).hasSize(120);
    elephant.revoke(AskElephant.PRIVATE_SCOPE);
    assertThat(elephant.truth("engagements")).hasSize(visible);
    String hidden =
        all.stream()
            .filter(id -> !elephant.truth("engagements").containsKey(id))
            .findFirst()
            .orElseThrow();
    assertThat(client.get("engagements/" + hidden).status()).isEqualTo(404);
  }

  @Test
  void a_hidden_fraction_makes_gt_read_the_row_again_and_again() {
    DatasetPlan plan = DatasetPlan.of(1, 40).withStamps(Stamps.HIDDEN);
    try (AskElephant precise = AskElephant.start(plan)) {
      Client other = Client.of(precise);
      String last = precise.collection("users").ids().getLast();
      precise.collection("users").touch(last, Instant.parse("2026-06-20T00:00:00.5Z"));
      String printed = other.get("users/" + last).json().get("updated_at").asText();
      assertThat(printed).isEqualTo("2026-06-20T00:00:00Z");
      assertThat(Walk.of(other, "users", "filter[updated_at][gt]", printed).ids())
          .containsExactly(last);
    }
  }

  @Test
  void a_bound_is_inclusive_when_it_says_so() {
    String last = elephant.collection("users").ids().getLast();
    elephant.collection("users").touch(last, LATER);
    assertThat(Walk.of(client, "users", GTE, LATER).ids()).contains(last);
    assertThat(Walk.of(client, "users", "filter[updated_at][gt]", LATER).ids())
        .doesNotContain(last);
    assertThat(Walk.of(client, "users", "filter[updated_at][lt]", LATER).ids())
        .doesNotContain(last);
  }

  private void touchBeforePage(int page, String id) {
    elephant
        .hooks()
        .beforeAnswer("tags", Schedule.at(page), () -> elephant.collection("tags").touch(id, FAR));
  }

  private Walk ascending(String resource) {
    return Walk.of(client, resource, "limit", 33, "order_by", "updated_at:asc");
  }

  private String time(String id) {
    return String.valueOf(
        Json.of(String.valueOf(elephant.truth("tags").get(id))).raw("updated_at"));
  }
}
