package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.Phase;
import dev.tidemark.sync.event.EventException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run in slices, as the deployed function lets it walk by events to itself. */
class SlicedRunTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"contacts\"}";
  private static final Duration BRIEF = Duration.ofSeconds(30);

  private final SlicedBench bench = new SlicedBench(3, 120);

  @AfterEach
  void close() {
    bench.close();
  }

  private void isPublishedOnce() {
    assertThat(bench.bench.published("contacts")).isEqualTo(bench.bench.truth("contacts"));
    assertThat(bench.manifests("contacts")).isEqualTo(1);
    assertThat(bench.bench.states.read(bench.bench.key("contacts")).phase())
        .isEqualTo(new Phase.Idle());
  }

  @Test
  void a_first_run_in_slices_completes_by_events_to_itself() {
    JsonNode answer = bench.drive(SYNC, Bench.LONG, UnaryOperator.identity());
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    assertThat(answer.at("/tally/records").asInt()).isEqualTo(120);
    assertThat(answer.at("/tally/duplicates").asInt()).isLessThan(60);
    isPublishedOnce();
  }

  @Test
  void it_completes_in_legs_of_a_page_or_two() {
    bench.drive(SYNC, BRIEF, UnaryOperator.identity());
    isPublishedOnce();
  }

  @Test
  void every_event_delivered_twice_changes_nothing() {
    bench.drive(
        SYNC,
        Bench.LONG,
        sent -> {
          List<String> twice = new ArrayList<>(sent);
          twice.addAll(sent);
          return twice;
        });
    isPublishedOnce();
  }

  @Test
  void events_that_are_lost_are_sent_again_by_the_sweep_which_asks_for_the_run_alone() {
    int[] lost = {0};
    bench.drive(SYNC, Bench.LONG, sent -> ++lost[0] % 3 == 0 ? sent : List.of());
    for (int sweeps = 0; bench.manifests("contacts") == 0; sweeps++) {
      assertThat(sweeps).as("no end in sight").isLessThan(60);
      bench.bench.clock.advance(Duration.ofMinutes(16));
      List<String> swept = bench.sweep();
      assertThat(swept).hasSize(1).allSatisfy(event -> assertThat(event).doesNotContain("#"));
      bench.drive(swept.getFirst(), Bench.LONG, sent -> ++lost[0] % 3 == 0 ? sent : List.of());
    }
    isPublishedOnce();
  }

  @Test
  void status_shows_each_slice_and_the_whole_and_no_slice_once_it_is_published() {
    bench.invoke(SYNC);
    List<String> first = bench.bench.sent.stream().map(Bench.Sent::event).toList();
    assertThat(first).hasSize(3);
    bench.invoke(first.getFirst());
    JsonNode standings = bench.status("contacts");
    assertThat(standings).hasSize(2);
    assertThat(standings.path(0).at("/slices/all").asInt()).isEqualTo(12);
    assertThat(standings.path(0).at("/slices/walked").asInt()).isEqualTo(1);
    assertThat(standings.path(0).at("/tally/records").asInt())
        .isEqualTo(standings.path(1).at("/tally/records").asInt());
    assertThat(standings.path(1).path("phase").asText()).isEqualTo("walked");
    bench.drive(first.get(1), Bench.LONG, UnaryOperator.identity());
    isPublishedOnce();
    assertThat(bench.status("contacts")).hasSize(1);
  }

  @Test
  void cancel_means_the_whole() {
    bench.invoke(SYNC);
    List<String> first = bench.bench.sent.stream().map(Bench.Sent::event).toList();
    bench.invoke(first.getFirst());
    JsonNode answer = bench.invoke("{\"action\":\"cancel\",\"resource\":\"contacts\"}");
    assertThat(answer.path("resources")).hasSize(2);
    assertThat(bench.invoke(first.get(1)).path("outcome").asText()).isEqualTo("nothing");
    assertThat(bench.sweep()).isEmpty();
    assertThat(bench.manifests("contacts")).isZero();
    bench.drive(SYNC, Bench.LONG, UnaryOperator.identity());
    isPublishedOnce();
  }

  @Test
  void pause_stops_the_whole_and_resume_continues_it() {
    bench.invoke(SYNC);
    List<String> first = bench.bench.sent.stream().map(Bench.Sent::event).toList();
    bench.invoke(first.getFirst());
    bench.invoke("{\"action\":\"pause\",\"resource\":\"contacts\"}");
    assertThat(bench.invoke(first.get(1)).path("outcome").asText()).isEqualTo("nothing");
    bench.invoke("{\"action\":\"resume\",\"resource\":\"contacts\"}");
    List<String> swept = bench.sweep();
    assertThat(swept).hasSize(1);
    bench.drive(swept.getFirst(), Bench.LONG, UnaryOperator.identity());
    isPublishedOnce();
  }

  @Test
  void a_range_walks_in_slices_too() {
    String range =
        "{\"action\":\"backfill\",\"resource\":\"contacts\",\"from\":\"2000-01-01T00:00:00Z\","
            + "\"slices\":2}";
    bench.drive(range, Bench.LONG, UnaryOperator.identity());
    assertThat(bench.bench.published("contacts")).isEqualTo(bench.bench.truth("contacts"));
    assertThat(bench.manifests("contacts")).isEqualTo(1);
  }

  @Test
  void more_slices_than_the_stack_allows_are_refused() {
    assertThatThrownBy(
            () -> bench.invoke("{\"action\":\"sync\",\"resource\":\"contacts\",\"slices\":4}"))
        .isInstanceOf(EventException.class)
        .hasMessage(
            "slices: 4 is more than the parameter Slices of the stack allows, which is 3; raise"
                + " it there");
  }

  @Test
  void a_resource_of_which_nothing_says_that_each_record_has_a_time_is_walked_in_one_piece() {
    Bench plain = bench.bench;
    assertThatThrownBy(() ->
            plain.invoke(
                "{\"action\":\"sync\",\"resource\":\"contacts\",\"slices\":1}", Bench.LONG))
        .isInstanceOf(EventException.class)
        .hasMessage(
            "contacts cannot be walked in slices: nothing says that each record has a time, and a"
                + " slice shows none without; if each has one, write walk: bound");
  }
}
