package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the parts of a request go and how they are written. */
class RequestFormTest {
  private static final String PAGES = "pagination: {kind: cursor, parameter: c, next: next}";
  private static final String MARK = "watermark: {field: at}";
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00.123456Z");
  private final CannedTransport transport = new CannedTransport();

  private String query(@Nullable Instant from, @Nullable String cursor, String... members)
      throws InterruptedException {
    transport.then(200, "{\"data\":[],\"next\":null}");
    Desk desk = AnyApi.desk(AnyApi.definition(members), transport);
    Cursor at = cursor == null ? null : new Cursor(cursor, Instant.EPOCH);
    Instant until = Instant.parse("2026-04-01T00:00:00Z");
    desk.reader().read(new PageRequest(from, until, at, Duration.ofSeconds(5)), new Taken());
    String query = transport.asked().getLast().uri().getRawQuery();
    return query == null ? "" : query;
  }

  @Nested
  class ABound {
    @ParameterizedTest
    @CsvSource({
      "iso-8601, 2026-03-01T00%3A00%3A00.123Z",
      "iso-8601-seconds, 2026-03-01T00%3A00%3A00Z",
      "epoch-seconds, 1772323200",
      "epoch-millis, 1772323200123",
      "epoch-seconds-text, 1772323200",
      "integer, 1772323200123456000"
    })
    void is_written_in_its_format(String format, String written) throws InterruptedException {
      assertThat(query(FROM, null, PAGES, MARK, "filter: {from: since, format: " + format + "}"))
          .isEqualTo("since=" + written);
    }

    @ParameterizedTest
    @CsvSource({
      "epoch-seconds, 1772323200",
      "epoch-millis-text, '\"1772323200123\"'",
      "iso-8601-seconds, '\"2026-03-01T00:00:00Z\"'"
    })
    void is_a_number_in_a_body_unless_its_format_is_a_text(String format, String written)
        throws InterruptedException {
      query(
          FROM,
          null,
          PAGES,
          MARK,
          "method: post",
          "filter: {from: {body: where.at.gte}, until: {header: X-Until}, format: " + format + "}");
      CannedTransport.Asked asked = transport.asked().getLast();
      assertThat(asked.body() == null ? "" : asked.body().text())
          .isEqualTo("{\"where\":{\"at\":{\"gte\":" + written + "}}}");
      assertThat(asked.headers()).containsKey("X-Until");
    }

    @Test
    void is_sent_with_a_cursor_unless_the_api_forbids_it() throws InterruptedException {
      String filter = "filter: {from: a, until: b, format: epoch-seconds";
      assertThat(query(FROM, "x", PAGES, MARK, filter + "}"))
          .isEqualTo("a=1772323200&b=1775001600&c=x");
      assertThat(query(FROM, "x", PAGES, MARK, filter + ", withCursor: false}")).isEqualTo("c=x");
      assertThat(query(FROM, null, PAGES, MARK, filter + ", withCursor: false}"))
          .isEqualTo("a=1772323200&b=1775001600");
    }

    @Test
    void has_a_text_of_its_own_where_there_is_none() throws InterruptedException {
      String filter = "filter: {from: a, format: epoch-seconds, initial: \"0\", withCursor: false}";
      assertThat(query(null, null, PAGES, MARK, filter)).isEqualTo("a=0");
      assertThat(query(null, "x", PAGES, MARK, filter)).isEqualTo("c=x");
    }

    @Test
    void is_never_younger_than_the_api_allows() throws InterruptedException {
      String filter = "filter: {from: a, format: iso-8601-seconds, youngest: 70s}";
      assertThat(query(AnyApi.NOW.minusSeconds(10), null, PAGES, MARK, filter))
          .isEqualTo("a=2026-11-22T02%3A58%3A50Z");
      assertThat(query(FROM, null, PAGES, MARK, filter)).isEqualTo("a=2026-03-01T00%3A00%3A00Z");
    }
  }

  @Test
  void several_values_are_repeated_or_joined() throws InterruptedException {
    assertThat(
            query(
                null,
                null,
                PAGES,
                "in: {status: {values: [open, on hold]}, kind: {values: [1, 2], form: comma}}"))
        .isEqualTo("status=open&status=on%20hold&kind=1%2C2");
  }

  @Nested
  class ASelection {
    private static final String[] MEMBERS = {
      PAGES,
      MARK,
      "version: {field: meta.rev, type: integer}",
      "deleted: {field: gone, equals: [\"true\", x]}",
      "fields: {parameter: fields, always: [name]}",
      "include: {parameter: include, values: [team, notes]}"
    };

    private String asked(Map<String, String> settings) throws InterruptedException {
      transport.then(200, "{\"data\":[],\"next\":null}");
      Desk.at(AnyApi.account(AnyApi.definition(MEMBERS), settings), "all", transport, AnyApi.NOW)
          .first();
      return String.valueOf(transport.asked().getLast().uri().getRawQuery());
    }

    @Test
    void always_has_what_a_record_is_landed_by() throws InterruptedException {
      assertThat(asked(Map.of("fields", "name, size")))
          .isEqualTo("fields=id%2Cmeta%2Cat%2Cgone%2Cname%2Csize");
    }

    @Test
    void is_not_sent_where_nothing_is_selected() throws InterruptedException {
      assertThat(asked(Map.of())).isEqualTo("null");
      assertThat(asked(Map.of("include", "team"))).isEqualTo("include=team");
    }

    @Test
    void that_comes_beside_the_records_is_told_and_not_dropped() throws InterruptedException {
      transport.then(200, "{\"data\":[{\"id\":1}],\"team\":[{\"id\":7}],\"next\":null}");
      PageOutcome outcome =
          Desk.at(
                  AnyApi.account(AnyApi.definition(MEMBERS), Map.of("include", "notes,team")),
                  "all",
                  transport,
                  AnyApi.NOW)
              .first();
      assertThat(outcome)
          .isEqualTo(
              new PageOutcome.Refused(
                  AnyApi.BASE
                      + "/all: the answer has what --set include=team asks for beside its records,"
                      + " where it does not land; leave it out",
                  null));
    }
  }
}
