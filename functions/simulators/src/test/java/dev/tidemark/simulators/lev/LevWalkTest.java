package dev.tidemark.simulators.lev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.Walk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevWalkTest {
  private static final Instant LATER = Instant.parse("2026-07-01T00:00:00Z");

  private final Lev lev = Lev.start(DatasetPlan.of(7, 120).withNastyShare(0.3));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"deals", "contacts", "companies", "placements", "lenders/directory"})
  void a_walk_lands_exactly_the_truth(String resource) {
    assertThat(walk(resource).bytes()).isEqualTo(String.join(",", lev.truth(resource).values()));
    assertThat(walk(resource).ids()).containsExactlyElementsOf(lev.truth(resource).keySet());
  }

  @Test
  void the_cursor_is_base64_of_the_last_id_with_pythons_spacing() {
    Answer page = client.get("deals", "limit", 2);
    assertThat(page.json().at("/data/1/id").asLong()).isEqualTo(7004);
    assertThat(page.json().at("/pagination/next_cursor").asText()).isEqualTo("eyJpZCI6IDcwMDR9");
  }

  @Test
  void a_row_edited_behind_the_cursor_is_not_seen_again() {
    String first = lev.collection("deals").ids().getFirst();
    lev.hooks()
        .beforeAnswer("deals", Schedule.at(2), () -> lev.collection("deals").edit(first, LATER));
    Walk walk = walk("deals");
    assertThat(walk.ids()).containsOnlyOnce(first);
    assertThat(walk.bytes()).doesNotContain("edited 1");
    assertThat(lev.truth("deals").get(first)).contains("edited 1");
  }

  @Test
  void a_row_inserted_at_the_end_during_a_walk_is_seen() {
    List<String> inserted = new ArrayList<>();
    lev.hooks()
        .beforeSend(
            "deals", Schedule.at(2), () -> inserted.add(lev.collection("deals").insert(LATER)));
    assertThat(walk("deals").ids()).endsWith(inserted.getFirst());
  }

  @Test
  void an_archived_deal_is_still_listed() {
    String id = lev.collection("deals").ids().get(3);
    lev.archive(id, LATER);
    assertThat(lev.truth("deals").get(id))
        .contains("\"archived\":true,\"archived_at\":\"2026-07-01T00:00:00Z\"");
    assertThat(walk("deals").ids()).contains(id);
  }

  @Test
  void a_disconnected_contact_drops_out_of_the_list_and_answers_by_id() {
    String id = lev.collection("contacts").ids().get(3);
    lev.disconnect(id, LATER);
    assertThat(walk("contacts").ids()).doesNotContain(id);
    assertThat(client.get("contacts/" + id).json().at("/data/is_connected").asBoolean(true))
        .isFalse();
  }

  @Test
  void a_deleted_row_vanishes_and_answers_404() {
    String id = lev.collection("companies").ids().get(3);
    lev.collection("companies").delete(id);
    assertThat(walk("companies").ids()).doesNotContain(id);
    assertThat(client.get("companies/" + id).status()).isEqualTo(404);
  }

  @Test
  void the_log_tells_which_cursors_were_asked_for() {
    walk("deals");
    assertThat(lev.log().count("deals")).isEqualTo(4);
    assertThat(lev.log().cursors("deals")).hasSize(3).doesNotHaveDuplicates();
  }

  private Walk walk(String resource) {
    return Walk.of(client, resource, "limit", 33);
  }
}
