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
}
