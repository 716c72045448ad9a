package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract zendesk 3.5: the end, a page that is not ready, and the same-second wall. */
class TimeStepTest {
  private static final Definition API =
      AnyApi.definition(
          "pagination: {kind: time-step, next: end_time, more: {body: eos, means: end}}",
          "order: watermark-ascending",
          "promote: max-seen",
          "watermark: {field: at, format: epoch-seconds}",
          "pageSize: {parameter: n, ask: 2, max: 4}",
          "filter: {from: start, format: epoch-seconds, initial: \"0\", withCursor: false}");
  private static final String ONE = "{\"id\":1,\"at\":100}";
  private static final String TWO = ONE + ",{\"id\":2,\"at\":100}";

  private final CannedTransport transport = new CannedTransport();
  private Desk desk = AnyApi.desk(API, transport);

  private PageOutcome page(@Nullable String cursor, String records, String members)
      throws InterruptedException {
    transport.then(200, "{\"data\":[" + records + "]" + members + "}");
    return desk.read(Instant.ofEpochSecond(100, 999), cursor, Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "'', ',\"end_time\":200,\"eos\":false', 200",
    "one, ',\"end_time\":200,\"eos\":false', 200",
    "one, ',\"end_time\":200,\"eos\":true',",
    "one, ',\"end_time\":100,\"eos\":true',",
    "two, ',\"end_time\":100,\"eos\":true',",
    "'', ',\"end_time\":null,\"eos\":true',",
    "'', ',\"eos\":true',",
    "one, ',\"end_time\":200', 200",
    "one, ',\"end_time\":100',",
    "'', ',\"end_time\":200',",
    "'', ',\"end_time\":null',",
    "'', '',"
  })
  void flag_count_and_time_tell_the_end_together(
      String records, String members, @Nullable String next) throws InterruptedException {
    String held = records.equals("one") ? ONE : records.equals("two") ? TWO : "";
    assertThat(((Delivered) page(null, held, members)).next()).isEqualTo(next);
    assertThat(((Delivered) page("100", held, members)).next()).isEqualTo(next);
  }

  @Test
  void the_time_replaces_the_lower_bound() throws InterruptedException {
    page(null, ONE, ",\"end_time\":200,\"eos\":false");
    page("200", ONE, ",\"end_time\":300,\"eos\":false");
    assertThat(transport.asked())
        .extracting(asked -> asked.uri().getRawQuery())
        .containsExactly("n=2&start=100", "n=2&start=200");
    transport.then(200, "{\"data\":[],\"end_time\":null,\"eos\":true}");
    desk.first();
    assertThat(transport.asked().getLast().uri()).hasToString(AnyApi.BASE + "/all?n=2&start=0");
  }

  @ParameterizedTest
  @ValueSource(strings = {",\"eos\":false", ""})
  void a_full_page_that_stands_still_is_a_wall_and_is_told_as_one(String flag)
      throws InterruptedException {
    Refused refused = (Refused) page("100", TWO, ",\"end_time\":100" + flag);
    assertThat(refused.reason())
        .contains(
            "more records share the time 1970-01-01T00:01:40Z than a page of 2 holds",
            "nothing was skipped",
            "set pageSize to 4");
    desk = Desk.at(AnyApi.account(API, Map.of("pageSize", "4")), "all", transport, AnyApi.NOW);
    assertThat(page("100", TWO + "," + TWO, ",\"end_time\":100" + flag).toString())
        .contains("edit some of these records so that their times differ, or ask the vendor")
        .doesNotContain("…");
  }

  @Test
  void a_short_page_that_stands_still_is_asked_for_again() throws InterruptedException {
    PageOutcome outcome = page("100", ONE, ",\"end_time\":100,\"eos\":false");
    assertThat(((Unavailable) outcome).reason())
        .contains("says that there is more but ends where it began");
    assertThat(page(null, "", ",\"end_time\":100,\"eos\":false")).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "',\"end_time\":99,\"eos\":false', before 1970-01-01T00:01:40Z",
    "',\"end_time\":99', before 1970-01-01T00:01:40Z",
    "',\"end_time\":\"soon\",\"eos\":false', no time that can be read",
    "',\"end_time\":{},\"eos\":false', no time that can be read",
    "',\"end_time\":null,\"eos\":false', end_time is empty",
    "',\"end_time\":null', end_time is empty",
    "',\"end_time\":200,\"eos\":\"no\"', no eos of true or false"
  })
  void a_page_that_contradicts_itself_is_refused(String members, String reason)
      throws InterruptedException {
    assertThat(((Refused) page("100", ONE, members)).reason()).contains(reason);
  }
}
