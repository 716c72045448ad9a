package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.BuiltInApi;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.OwnServer;
import dev.tidemark.rest.standin.Taken;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SingleRecordTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpTransport transport = new HttpTransport(EgressPolicy.ANY);
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
    try (Simulator api = BuiltInApi.start(source, DatasetPlan.of(1, 7))) {
      RecordReader reader = reader(api, source, BuiltInApi.credential(source), resource);
      Map.Entry<String, String> row = api.truth(resource).entrySet().iterator().next();
      assertThat(reader.asksForOne()).isTrue();
      assertThat(reader.read(row.getKey(), LIMIT, taken)).isInstanceOf(RecordOutcome.Found.class);
      assertThat(taken.records()).extracting(Taken.Landed::json).containsExactly(row.getValue());
      api.collection(resource).delete(row.getKey());
      assertThat(reader.read(row.getKey(), LIMIT, taken)).isInstanceOf(RecordOutcome.Absent.class);
      assertThat(taken.records()).hasSize(1);
    }
  }

  @Test
  void of_a_lender_has_the_details_that_no_list_shows() throws InterruptedException {
    String id = lev.truth("lenders/directory").keySet().iterator().next();
    assertThat(reader(lev, "lev", Lev.API_KEY, "lenders").read(id, LIMIT, taken))
        .isInstanceOf(RecordOutcome.Found.class);
    assertThat(taken.records().getFirst().json()).contains("\"aliases\":");
  }

  @Test
  void is_never_asked_for_where_the_api_has_no_way() throws InterruptedException {
    try (Simulator api = BuiltInApi.start("zendesk", DatasetPlan.of(1, 7))) {
      RecordReader reader =
          reader(api, "zendesk", BuiltInApi.credential("zendesk"), "ticket_events");
      assertThat(reader.asksForOne()).isFalse();
      assertThat(reader.read("1", LIMIT, taken)).isInstanceOf(RecordOutcome.Unknown.class);
      assertThat(api.log().count()).isZero();
    }
  }

  static Stream<Quirk> proofsOfNothing() {
    return Stream.of(
        new LevQuirk.Forbidden("deals:read"),
        new LevQuirk.Unauthorized(),
        new LevQuirk.ServerError(500),
        new LevQuirk.ServerError(503),
        new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 30),
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
    assertThat(deals().read(lev.collection("deals").ids().getFirst(), LIMIT, taken))
        .isInstanceOf(RecordOutcome.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 410})
  void that_is_refused_by_a_status_not_declared_names_single_gone(int status)
      throws InterruptedException {
    lev.quirks().add("deals/{id}", new ReplyQuirk.Canned(status, "application/json", "{}"));
    assertThat(refusal(deals().read(anyDeal(), LIMIT, taken)))
        .contains("deals, record " + anyDeal(), "answered " + status)
        .contains("add " + status + " to single.gone, which is [404]");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void is_absent_by_each_status_that_is_declared(int status) throws InterruptedException {
    Definition declared = declared("gone: [403, 404, 410]");
    try (OwnServer server = new OwnServer()) {
      server.answer(status, Map.of(), new byte[0]);
      assertThat(things(declared, server).read("7", LIMIT, taken))
          .isInstanceOf(RecordOutcome.Absent.class);
    }
  }

  @Test
  void that_answers_with_404_where_only_410_is_declared_is_not_absent()
      throws InterruptedException {
    Definition declared = declared("gone: [410]");
    try (OwnServer server = new OwnServer()) {
      server.answer(404, Map.of(), new byte[0]);
      assertThat(refusal(things(declared, server).read("7", LIMIT, taken)))
          .contains("add 404 to single.gone, which is [410]");
    }
  }

  @Test
  void that_has_another_id_than_was_asked_for_is_refused_and_not_handed_over()
      throws InterruptedException {
    lev.quirks()
        .add(
            "deals/{id}",
            new ReplyQuirk.Canned(200, "application/json", "{\"data\":{\"id\":\"other\"}}"));
    assertThat(refusal(deals().read(anyDeal(), LIMIT, taken)))
        .contains("asked for the record " + anyDeal() + ", the API gave the record other");
    assertThat(taken.records()).isEmpty();
  }

  private String anyDeal() {
    return lev.collection("deals").ids().getFirst();
  }

  private static String refusal(RecordOutcome outcome) {
    assertThat(outcome).isInstanceOf(RecordOutcome.Unknown.class);
    PageOutcome why = ((RecordOutcome.Unknown) outcome).why();
    assertThat(why).isInstanceOf(PageOutcome.Refused.class);
    return ((PageOutcome.Refused) why).reason();
  }

  private static Definition declared(String gone) {
    return DefinitionReader.read(
        "things.yaml",
        """
        tidemark: 1
        source: things
        title: Things
        baseUrl: https://things.example.com
        auth: {apiKey: {}}
        resources:
          things:
            path: /things
            records: data
            id: id
            pagination: {kind: none}
            order: unordered
            promote: run-start
            single: {path: "/things/{id}", %s}
        """
            .formatted(gone));
  }

  private RecordReader things(Definition definition, OwnServer server) {
    return Desk.account(definition, server.uri(), "key", Settings.DEFAULT)
        .reader("things", transport, InstantSource.system())
        .single();
  }

  @Test
  void that_answers_with_a_record_without_an_id_is_not_taken_for_it() throws InterruptedException {
    lev.quirks()
        .add(
            "deals/{id}",
            new ReplyQuirk.Canned(200, "application/json", "{\"data\":{\"title\":\"no id\"}}"));
    deals().read(lev.collection("deals").ids().getFirst(), LIMIT, taken);
    assertThat(taken.records()).isEmpty();
  }
}
