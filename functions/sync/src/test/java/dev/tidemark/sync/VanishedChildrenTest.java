package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A reconcile of what belongs to deals, by the built-in definition of Lev. */
class VanishedChildrenTest {
  private static final int NOTES = 20;

  private Bench bench = bench(Map.of("pageSize", "2"));
  private Lev lev = (Lev) bench.simulator;

  private static Bench bench(Map<String, String> set) {
    return Bench.of("lev", DatasetPlan.of(3, 8).withRecords("notes", NOTES), set);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode run(String resource, String more) {
    JsonNode answer =
        bench.drive(
            "{\"action\":\"sync\",\"resource\":\"" + resource + "\"" + more + "}", Bench.LONG);
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    return answer;
  }

  private JsonNode reconcile(String resource) {
    lev.log().clear();
    return run(resource, ",\"mode\":\"reconcile\"");
  }

  private String deal(int number) {
    return lev.collection("deals").ids().get(number);
  }

  private void holdsTheTruth(String resource) {
    assertThat(
            StandingRecords.of(bench, resource)
                .differences(new Subject(bench, resource).expected()))
        .isEmpty();
  }

  /** Lists asked for, but for those of the walk before. */
  private long again(String path, int walked) {
    return lev.log().count(path) - walked;
  }

  @Test
  void that_belong_to_one_deal_are_proved_by_one_reading_of_its_list() {
    run("deal_notes", "");
    List<String> notes = List.copyOf(lev.children(deal(1), "notes").ids());
    List.of(3, 9, 15).forEach(at -> lev.children(deal(1), "notes").delete(notes.get(at)));
    JsonNode answer = reconcile("deal_notes");
    assertThat(answer.at("/tally/deletes").asInt()).isEqualTo(3);
    holdsTheTruth("deal_notes");
    int walked = 7 * NOTES / 2 + 9;
    assertThat(again("deals/{id}/notes", walked)).isEqualTo(9);
    assertThat(answer.at("/tally/apiCalls").asLong()).isEqualTo(lev.log().count());
  }

  @Test
  void are_proved_at_a_rate_whose_burst_is_shorter_than_the_list() {
    bench.close();
    bench =
        Bench.of(
            "lev",
            DatasetPlan.of(3, 3).withRecords("notes", NOTES),
            Map.of("pageSize", "5", "rate", "2"));
    lev = (Lev) bench.simulator;
    run("deal_notes", "");
    lev.children(deal(1), "notes").delete(lev.children(deal(1), "notes").ids().getLast());
    reconcile("deal_notes");
    holdsTheTruth("deal_notes");
    assertThat(again("deals/{id}/notes", 3 * NOTES / 5)).isEqualTo(NOTES / 5);
  }

  @Test
  void are_proved_page_by_page_through_refusals_that_wait() {
    run("deal_notes", "");
    lev.children(deal(1), "notes").delete(lev.children(deal(1), "notes").ids().getLast());
    int walk = 8 * NOTES / 2;
    for (int page = 1; page <= NOTES / 2; page++) {
      lev.quirks()
          .add(
              "deals/{id}/notes",
              Schedule.at(walk + 2 * page - 1),
              new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 900));
    }
    reconcile("deal_notes");
    holdsTheTruth("deal_notes");
    assertThat(again("deals/{id}/notes", walk)).isEqualTo(2L * NOTES / 2);
  }

  @Test
  void of_a_deal_that_is_gone_are_gone_with_it_after_one_question() {
    run("deal_notes", "");
    String gone = deal(2);
    lev.collection("deals").delete(gone);
    JsonNode answer = reconcile("deal_notes");
    assertThat(answer.at("/tally/deletes").asInt()).isEqualTo(NOTES);
    holdsTheTruth("deal_notes");
    assertThat(lev.log().count("deals/{id}")).isEqualTo(1);
    assertThat(again("deals/{id}/notes", 7 * NOTES / 2)).isEqualTo(1);
    assertThat(reconcile("deal_notes").at("/tally/deletes").asInt()).isZero();
    assertThat(lev.log().count("deals/{id}")).as("asked once and for all").isZero();
  }

  @Test
  void of_a_deal_that_may_not_be_seen_stay() {
    run("deal_notes", "");
    String hidden = deal(2);
    lev.collection("deals").delete(hidden);
    lev.quirks().add("deals/{id}", new ReplyQuirk.Canned(403, "application/json", "{}"));
    JsonNode answer = reconcile("deal_notes");
    assertThat(answer.at("/tally/deletes").asInt()).isZero();
    assertThat(answer.at("/tally/passedOver").asInt()).isEqualTo(1);
    assertThat(parents("deal_notes")).contains(hidden);
  }

  @Test
  void of_a_deal_that_is_there_and_hides_its_list_stay() {
    run("deal_notes", "");
    lev.quirks().add("deals/{id}/notes", new LevQuirk.ParentRefused(deal(2), 404));
    reconcile("deal_notes");
    assertThat(parents("deal_notes")).contains(deal(2));
  }

  @Test
  void that_are_the_only_ones_of_a_deal_are_gone_where_only_the_deal_is_there() {
    run("deal_financials", "");
    lev.children(deal(2), "financials")
        .delete(lev.children(deal(2), "financials").ids().getFirst());
    lev.collection("deals").delete(deal(5));
    assertThat(reconcile("deal_financials").at("/tally/deletes").asInt()).isEqualTo(2);
    holdsTheTruth("deal_financials");
  }

  private Set<String> parents(String resource) {
    return StandingRecords.of(bench, resource).records().keySet().stream()
        .map(identity -> identity.split("/", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
