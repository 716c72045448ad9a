package dev.tidemark.simulators.lev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.Walk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevChildrenTest {
  private static final Instant LATER = Instant.parse("2026-06-15T12:00:00Z");

  private final Lev lev =
      Lev.start(DatasetPlan.of(3, 12).withNastyShare(0.5).withRecords("team", 70));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"team", "properties", "notes", "term-sheets"})
  void a_walk_over_all_deals_lands_the_truth_of_their_children(String child) {
    Map<String, Map<String, String>> truth = lev.childTruth(child);
    assertThat(truth).hasSize(12);
    truth.forEach((deal, records) -> {
      Walk walk = Walk.of(client, "deals/" + deal + "/" + child);
      assertThat(walk.ids()).containsExactlyElementsOf(records.keySet());
      assertThat(walk.bytes()).isEqualTo(String.join(",", records.values()));
    });
  }

  @Test
  void a_list_without_paging_parameters_is_whole() {
    JsonNode page = client.get("deals/7001/team").json();
    assertThat(page.get("data")).hasSize(70);
    assertThat(page.at("/pagination/has_more").asBoolean(true)).isFalse();
  }

  @Test
  void children_can_be_inserted_edited_and_deleted() {
    String kept = lev.children("7001", "notes").insert(LATER);
    String gone = lev.children("7001", "notes").insert(LATER);
    lev.children("7001", "notes").edit(kept, LATER.plusSeconds(9));
    lev.children("7001", "notes").delete(gone);
    Walk walk = Walk.of(client, "deals/7001/notes", "limit", 1);
    assertThat(walk.ids()).endsWith(kept).doesNotContain(gone);
    assertThat(walk.bytes()).contains("\"text\":\"edited 1\"", "2026-06-15T12:00:09Z");
    assertThat(lev.childTruth("notes").get("7001")).containsKey(kept).doesNotContainKey(gone);
  }

  @Test
  void a_child_does_not_move_its_deal() {
    String before = lev.truth("deals").get("7001");
    lev.children("7001", "term-sheets").insert(LATER);
    assertThat(lev.truth("deals").get("7001")).isEqualTo(before);
  }

  @Test
  void financials_change_and_may_be_missing() {
    String id = lev.children("7001", "financials").ids().getFirst();
    lev.children("7001", "financials").edit(id, LATER);
    assertThat(Json.of(client.get("deals/7001/financials").body()).compact().raw("data"))
        .isEqualTo(lev.children("7001", "financials").truth().get(id))
        .contains("edited 1");
    lev.children("7001", "financials").delete(id);
    assertThat(client.get("deals/7001/financials").status()).isEqualTo(404);
    assertThat(
            client
                .get("deals/7001", "include", "financials")
                .json()
                .at("/data/financials")
                .isNull())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"403, forbidden", "404, not_found"})
  void one_deal_may_refuse_its_children_and_be_there_itself(int status, String type) {
    for (String child : List.of("notes", "team", "financials")) {
      lev.quirks().add("deals/{id}/" + child, new LevQuirk.ParentRefused("7001", status));
      Answer answer = client.get("deals/7001/" + child);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.json().at("/error/type").asText()).isEqualTo(type);
      assertThat(client.get("deals/7004/" + child).status()).isEqualTo(200);
    }
    assertThat(client.get("deals/7001").status()).isEqualTo(200);
  }

  @Test
  void a_parent_refuses_with_403_or_404_only() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LevQuirk.ParentRefused("7001", 500));
  }

  @ParameterizedTest
  @CsvSource({
    "deals, deals",
    "contacts, contacts",
    "companies, companies",
    "placements, placements",
    "lenders/directory, lenders"
  })
  void a_single_is_there_until_it_is_deleted(String resource, String path) {
    String id = lev.collection(resource).ids().getFirst();
    assertThat(client.get(path + "/" + id).json().at("/data/id").asText()).isEqualTo(id);
    lev.collection(resource).delete(id);
    assertThat(client.get(path + "/" + id).status()).isEqualTo(404);
    assertThat(client.get(path + "/1").status()).isEqualTo(404);
  }

  @Test
  void a_single_deal_knows_fields_and_refuses_others() {
    assertThat(client.get("deals/7001", "fields", "title").json().get("data").fieldNames())
        .toIterable()
        .containsExactly("id", "title");
    assertThat(client.get("deals/7001", "fields", "colour").status()).isEqualTo(422);
  }

  @Test
  void a_filter_by_update_does_not_match_what_has_no_time() {
    lev.collection("deals").put("7001", Json.of("{\"id\":7001,\"updated_at\":null}"), null);
    assertThat(Walk.of(client, "deals", "filter[updated_at][gte]", "1970-01-01T00:00:00Z").ids())
        .doesNotContain("7001")
        .contains("7004");
    assertThat(Walk.of(client, "deals").ids()).contains("7001");
  }
}
