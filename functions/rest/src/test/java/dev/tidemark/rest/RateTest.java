package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.request.SourceMemory;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  private static final Definition API =
      DefinitionReader.read(
          "acme.yaml",
          """
          tidemark: 1
          source: acme
          title: Acme
          baseUrl: https://api.acme.example
          auth: {apiKey: {}}
          rate:
            buckets: {slow: {requests: 2, per: 30s}, fast: {requests: 9}}
            headers: [X-Budget-]
          defaults:
            {records: "", id: id, pagination: {kind: none}, order: id, promote: run-start, bucket: slow}
          resources:
            one: {path: /one}
            two: {path: /two}
            free: {path: /free, bucket: fast}
          """);

  private final CannedTransport transport = new CannedTransport();
  private final SourceMemory memory = new SourceMemory();

  private PageOutcome read(String resource, Map<String, String> settings, String... budget)
      throws InterruptedException {
    Map<String, String> headers = budget.length == 0 ? Map.of() : Map.of(budget[0], budget[1]);
    int asked = transport.asked().size();
    transport.then(200, headers, Pieces.whole("[]"));
    PageOutcome outcome = asked(resource, settings);
    assertThat(transport.asked().size() - asked).isEqualTo(outcome instanceof Throttled ? 0 : 1);
    return outcome;
  }

  private PageOutcome asked(String resource, Map<String, String> settings)
      throws InterruptedException {
    return Desk.account(
            API, URI.create("https://api.acme.example"), "hush", Settings.of(API, settings))
        .remembering(memory)
        .reader(resource, transport, InstantSource.fixed(AnyApi.NOW))
        .list()
        .read(new PageRequest(null, null, null, Duration.ofSeconds(9)), new Taken());
  }

  @Test
  void a_rate_limit_that_one_reader_meets_holds_back_those_beside_it() throws InterruptedException {
    Map<String, String> off = Map.of("rate", "off");
    transport.then(429, Map.of("Retry-After", "7"), Pieces.whole("{}"));
    assertThat(asked("one", off)).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(7), true, null));
    assertThat(read("two", off)).isEqualTo(held(7));
    assertThat(read("free", off)).as("another bucket").isInstanceOf(Delivered.class);
  }

  private static Throttled held(int seconds) {
    return new Throttled(AnyApi.NOW.plusSeconds(seconds), false, null);
  }

  @Test
  void a_bucket_is_shared_by_its_resources_and_by_the_legs_of_a_process()
      throws InterruptedException {
    read("one", Map.of());
    read("two", Map.of());
    assertThat(read("one", Map.of())).isEqualTo(held(30));
    assertThat(read("two", Map.of())).isEqualTo(held(30));
    assertThat(read("free", Map.of())).isInstanceOf(Delivered.class);
  }

  @Test
  void a_rate_that_is_set_goes_before_the_documented_one() throws InterruptedException {
    Map<String, String> one = Map.of("rate", "1");
    read("one", one);
    assertThat(read("two", one)).isEqualTo(held(60));
    for (int i = 0; i < 20; i++) {
      assertThat(read("one", Map.of("rate", "off"))).isInstanceOf(Delivered.class);
    }
  }

  @Test
  void what_the_server_says_is_obeyed_even_where_our_own_pacing_is_off()
      throws InterruptedException {
    Map<String, String> off = Map.of("rate", "off");
    read("one", off, "x-budget-exports", "total=10; remaining=0; resets=42");
    assertThat(read("one", off)).isEqualTo(held(42));
    assertThat(read("two", off)).as("the same bucket").isEqualTo(held(42));
    assertThat(read("free", off)).as("another bucket").isInstanceOf(Delivered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Budget-a, total=10; remaining=1; resets=42",
    "X-Budget-a, remaining=0",
    "X-Budget-a, nonsense",
    "X-Other, total=10; remaining=0; resets=42"
  })
  void headers_that_leave_something_or_say_nothing_hold_nobody(String name, String value)
      throws InterruptedException {
    read("free", Map.of(), name, value);
    assertThat(read("free", Map.of())).isInstanceOf(Delivered.class);
  }

  @Test
  void holds_a_request_back_without_making_it() throws InterruptedException {
    transport.then(503, "");
    Desk desk =
        Desk.at(
            Desk.account("lev", URI.create("https://api.lev.com"), "lev_sk_x", Map.of("rate", "1")),
            "deals",
            transport,
            AnyApi.NOW);
    desk.first();
    assertThat(desk.first()).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(60), false, null));
    assertThat(transport.asked()).hasSize(1);
  }

  private PageOutcome afterwards(Map<String, String> headers) throws InterruptedException {
    transport.then(200, headers, Pieces.whole("[]"));
    asked("free", Map.of());
    transport.then(200, Map.of(), Pieces.whole("[]"));
    return asked("free", Map.of());
  }

  @Test
  void the_standard_fields_are_obeyed_though_nothing_declares_them() throws InterruptedException {
    assertThat(afterwards(Map.of("RateLimit", "\"default\";r=0;t=30"))).isEqualTo(held(30));
  }

  @Test
  void of_several_limits_the_spent_one_that_takes_longest_counts() throws InterruptedException {
    assertThat(afterwards(Map.of("ratelimit", "\"s\";r=3;t=99, \"m\";r=0;t=7, \"h\"; r=0; t=42")))
        .isEqualTo(held(42));
  }

  @Test
  void a_spent_limit_without_a_time_is_held_for_the_window_of_its_policy()
      throws InterruptedException {
    assertThat(
            afterwards(
                Map.of(
                    "RateLimit", "\"m\";r=0",
                    "RateLimit-Policy", "\"s\";q=9;w=1, \"m\";q=100;w=60")))
        .isEqualTo(held(60));
  }

  @Test
  void the_fields_of_earlier_drafts_are_obeyed_too() throws InterruptedException {
    assertThat(afterwards(Map.of("RateLimit", "limit=100, remaining=0, reset=50")))
        .isEqualTo(held(50));
  }

  @Test
  void remaining_and_reset_of_an_answer_hold_the_next_request() throws InterruptedException {
    assertThat(afterwards(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "15")))
        .isEqualTo(held(15));
  }

  @Test
  void a_wait_of_more_than_an_hour_is_believed_only_once_a_request_is_refused()
      throws InterruptedException {
    assertThat(afterwards(Map.of("RateLimit", "\"day\";r=0;t=80000")))
        .isInstanceOf(Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"default\";r=1;t=30", "\"default\";t=30", "nonsense", "r=0;t", ""})
  void standard_fields_that_leave_something_or_say_nothing_hold_nobody(String field)
      throws InterruptedException {
    assertThat(afterwards(Map.of("RateLimit", field))).isInstanceOf(Delivered.class);
  }
}
