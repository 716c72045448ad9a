package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Reach;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryAfter;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.zendesk.Zendesk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleRecordTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpTransport transport = new HttpTransport(Reach.ANY);
  private final Lev lev = Lev.start(DatasetPlan.of(1, 7).withRecords("notes", 5));
  private final Taken taken = new Taken();

  @AfterEach
  void close() {
    transport.close();
    lev.close();
  }

  private RecordReader reader(Simulator api, String source, String credential, String resource) {
    return Desk.account(source, api.baseUri(), credential, Map.of("pageSize", "2"))
        .reader(resource, transport, InstantSource.system())
        .single();
  }

  private RecordReader deals() {
    return reader(lev, "lev", Lev.API_KEY, "deals");
  }

  private static Simulator start(String source) {
    DatasetPlan plan = DatasetPlan.of(1, 7);
    return switch (source) {
      case "lev" -> Lev.start(plan);
      case "askelephant" -> AskElephant.start(plan);
      default -> Zendesk.start(plan);
    };
  }

  private static String credential(String source) {
    return switch (source) {
      case "lev" -> Lev.API_KEY;
      case "askelephant" -> AskElephant.API_KEY;
      default -> "{\"accessToken\":\"" + Zendesk.OAUTH_TOKEN + "\"}";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "lev, deals",
    "lev, contacts",
    "lev, companies",
    "lev, placements",
    "askelephant, contacts",
    "askelephant, companies",
    "askelephant, users",
    "askelephant, tags",
    "askelephant, engagements",
    "zendesk, tickets",
    "zendesk, users",
    "zendesk, organizations",
    "zendesk, custom_object_records.apartment"
  })
  void is_found_in_its_wrapper_and_absent_where_it_is_gone(String source, String resource)
      throws InterruptedException {
    try (Simulator api = start(source)) {
      RecordReader reader = reader(api, source, credential(source), resource);
      Map.Entry<String, String> row = api.truth(resource).entrySet().iterator().next();
      assertThat(reader.asksForOne()).isTrue();
      assertThat(reader.read(row.getKey(), null, LIMIT, taken))
          .isInstanceOf(RecordOutcome.Found.class);
      assertThat(taken.records()).extracting(Taken.Landed::json).containsExactly(row.getValue());
      api.collection(resource).delete(row.getKey());
      assertThat(reader.read(row.getKey(), null, LIMIT, taken))
          .isInstanceOf(RecordOutcome.Absent.class);
      assertThat(taken.records()).hasSize(1);
    }
  }

  @Test
  void of_a_lender_has_the_details_that_no_list_shows() throws InterruptedException {
    String id = lev.truth("lenders/directory").keySet().iterator().next();
    assertThat(reader(lev, "lev", Lev.API_KEY, "lenders").read(id, null, LIMIT, taken))
        .isInstanceOf(RecordOutcome.Found.class);
    assertThat(taken.records().getFirst().json()).contains("\"aliases\":");
  }

  @Test
  void is_never_asked_for_where_the_api_has_no_way() throws InterruptedException {
    try (Simulator api = start("zendesk")) {
      RecordReader reader = reader(api, "zendesk", credential("zendesk"), "ticket_events");
      assertThat(reader.asksForOne()).isFalse();
      assertThat(reader.read("1", null, LIMIT, taken)).isInstanceOf(RecordOutcome.Unknown.class);
      assertThat(api.log().count()).isZero();
    }
  }

  static Stream<Quirk> proofsOfNothing() {
    return Stream.of(
        new LevQuirk.Forbidden("deals:read"),
        new LevQuirk.Unauthorized(),
        new LevQuirk.ServerError(500),
        new LevQuirk.ServerError(503),
        new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryAfter.SECONDS, 30),
        new LevQuirk.ActiveAccountRequired(),
        new ReplyQuirk.Html(200),
        new ReplyQuirk.Html(502),
        new ReplyQuirk.NoContent(),
        new ReplyQuirk.EmptyBody(),
        new ReplyQuirk.Canned(200, "application/json", "{\"data\":null}"),
        new ReplyQuirk.Canned(410, "application/json", "{}"),
        new Delivery.ShortBody(40));
  }

  @ParameterizedTest
  @MethodSource("proofsOfNothing")
  void is_not_absent_because_of_anything_but_404(Quirk quirk) throws InterruptedException {
    lev.quirks().add("deals/{id}", quirk);
    assertThat(deals().read(lev.collection("deals").ids().getFirst(), null, LIMIT, taken))
        .isInstanceOf(RecordOutcome.Unknown.class);
  }

  @Test
  void that_answers_with_another_record_is_not_taken_for_it() throws InterruptedException {
    lev.quirks()
        .add(
            "deals/{id}",
            new ReplyQuirk.Canned(200, "application/json", "{\"data\":{\"title\":\"no id\"}}"));
    deals().read(lev.collection("deals").ids().getFirst(), null, LIMIT, taken);
    assertThat(taken.records()).isEmpty();
  }

  @Nested
  class OfAParent {
    private final String deal = lev.collection("deals").ids().get(2);
    private final RecordReader notes = reader(lev, "lev", Lev.API_KEY, "deal_notes");

    private RecordOutcome read(String id) throws InterruptedException {
      return notes.read(id, deal, LIMIT, taken);
    }

    @Test
    void is_found_on_whichever_page_of_its_list() throws InterruptedException {
      String last = lev.children(deal, "notes").ids().getLast();
      assertThat(read(last)).isInstanceOf(RecordOutcome.Found.class);
      assertThat(lev.log().count("deals/{id}/notes")).isEqualTo(3);
      assertThat(taken.records())
          .extracting(Taken.Landed::identity)
          .containsExactly(deal + "/" + last);
      assertThat(taken.records().getFirst().parent()).isEqualTo(deal);
    }

    @Test
    void is_absent_where_the_whole_list_does_not_show_it() throws InterruptedException {
      String gone = lev.children(deal, "notes").ids().get(1);
      lev.children(deal, "notes").delete(gone);
      assertThat(read(gone)).isInstanceOf(RecordOutcome.Absent.class);
      assertThat(taken.records()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void is_not_absent_because_its_parent_is_hidden(int status) throws InterruptedException {
      lev.quirks().add("deals/{id}/notes", new LevQuirk.ParentRefused(deal, status));
      assertThat(read("1")).isNotInstanceOf(RecordOutcome.Absent.class);
      assertThat(taken.records()).isEmpty();
    }

    @Test
    void is_not_absent_because_its_parent_is_gone() throws InterruptedException {
      lev.collection("deals").delete(deal);
      assertThat(read("1")).isNotInstanceOf(RecordOutcome.Absent.class);
    }

    @Test
    void is_not_absent_because_the_list_breaks_off() throws InterruptedException {
      lev.quirks().add("deals/{id}/notes", Schedule.at(2), new LevQuirk.ServerError(500));
      assertThat(read("1")).isInstanceOf(RecordOutcome.Unknown.class);
    }

    @Test
    void is_not_looked_for_in_circles() throws InterruptedException {
      lev.quirks().add("deals/{id}/notes", new PageQuirk.CursorCycle(2));
      RecordOutcome outcome = read("1");
      assertThat(outcome).isInstanceOf(RecordOutcome.Unknown.class);
      assertThat(((RecordOutcome.Unknown) outcome).why()).isInstanceOf(PageOutcome.Refused.class);
      assertThat(lev.log().count()).isLessThan(12);
    }

    @Test
    void is_not_looked_for_behind_the_cursor_that_was_sent() throws InterruptedException {
      lev.quirks().add("deals/{id}/notes", Schedule.from(2), new PageQuirk.RepeatedCursor());
      assertThat(read("1")).isInstanceOf(RecordOutcome.Unknown.class);
      assertThat(lev.log().count()).isLessThan(12);
    }
  }
}
