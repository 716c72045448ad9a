package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in definition against the answers of contract zendesk. */
class ZendeskTest {
  private static final Definition ZENDESK = Sources.builtIn("zendesk");
  private final CannedTransport transport = new CannedTransport();

  private SourceConnection account() {
    return Desk.account(
        ZENDESK,
        URI.create("https://acme.zendesk.com"),
        "{\"email\":\"jo@acme.example\",\"apiToken\":\"abc123\"}",
        Settings.DEFAULT);
  }

  private Desk desk(String resource) {
    return Desk.at(account(), resource, transport, AnyApi.NOW);
  }

  @Nested
  class Tickets {
    private final Desk desk = desk("tickets");

    @Test
    void are_asked_for_from_the_beginning_with_every_scope() throws InterruptedException {
      transport.then(200, "{\"tickets\":[],\"after_cursor\":\"c1\",\"end_of_stream\":false}");
      assertThat(((Delivered) desk.first()).next()).isEqualTo("c1");
      CannedTransport.Asked asked = transport.asked().getFirst();
      assertThat(asked.uri())
          .hasToString(
              "https://acme.zendesk.com/api/v2/incremental/tickets/cursor"
                  + "?support_type_scope=all&per_page=1000&start_time=0");
      assertThat(asked.headers())
          .containsEntry("Authorization", "Basic am9AYWNtZS5leGFtcGxlL3Rva2VuOmFiYzEyMw==");
    }

    @Test
    void are_asked_for_by_cursor_without_a_time_and_never_younger_than_a_minute()
        throws InterruptedException {
      String end = "{\"tickets\":[],\"after_cursor\":\"c2\",\"end_of_stream\":true}";
      transport.then(200, end).then(200, end);
      Delivered last = (Delivered) desk.next("MTc3+Q==");
      assertThat(last.next()).isNull();
      assertThat(last.bookmark()).isEqualTo("c2");
      desk.read(AnyApi.NOW, null, Duration.ofSeconds(9));
      assertThat(transport.asked())
          .extracting(asked -> asked.uri().getRawQuery())
          .containsExactly(
              "support_type_scope=all&per_page=1000&cursor=MTc3%2BQ%3D%3D",
              "support_type_scope=all&per_page=1000&start_time="
                  + AnyApi.NOW.minusSeconds(70).getEpochSecond());
    }

    @Test
    void that_are_deleted_say_so_and_the_system_time_counts() throws InterruptedException {
      transport.then(
          200,
          "{\"tickets\":[{\"id\":901,\"updated_at\":\"2026-04-02T17:40:19Z\","
              + "\"generated_timestamp\":1775152819,\"status\":\"open\"},"
              + "{\"id\":902,\"status\":\"deleted\",\"generated_timestamp\":1775152820}],"
              + "\"after_cursor\":\"c\",\"end_of_stream\":true}");
      desk.first();
      assertThat(desk.taken().records())
          .extracting(Taken.Landed::watermark, Taken.Landed::version, Taken.Landed::deleted)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("1775152819", "1775152819", false),
              org.assertj.core.groups.Tuple.tuple("1775152820", "1775152820", true));
    }

    @Test
    void without_a_cursor_have_ended_only_where_that_is_said() throws InterruptedException {
      transport.then(200, "{\"tickets\":[],\"after_cursor\":null,\"end_of_stream\":true}");
      Delivered nothing = (Delivered) desk.first();
      assertThat(nothing.next()).isNull();
      assertThat(nothing.bookmark()).isNull();
      transport.then(
          200,
          Map.of("X-Zendesk-Request-Id", "z1"),
          Pieces.whole("{\"tickets\":[],\"after_cursor\":null,\"end_of_stream\":false}"));
      assertThat(((Refused) desk.first()).requestId()).isEqualTo("z1");
    }

    @Test
    void that_are_too_recent_are_nothing_new() throws InterruptedException {
      transport.then(
          422,
          "{\"error\":\"InvalidValue\",\"description\":\"Too recent start_time. Use a start_time"
              + " older than 5 minutes\"}");
      assertThat(desk.first()).isInstanceOf(Delivered.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tickets, false",
    "users, false",
    "organizations, false",
    "ticket_events, false",
    "ticket_metric_events, false",
    "custom_object_records.apartment, false"
  })
  void needs_no_closing_query(String resource, boolean closing) {
    assertThat(account().source().plan(ResourceKey.of("zendesk", resource)).closingQuery())
        .isEqualTo(closing);
  }

  @Test
  void knows_users_that_are_gone() throws InterruptedException {
    Desk desk = desk("users");
    transport.then(
        200,
        "{\"users\":[{\"id\":1,\"active\":true},{\"id\":2,\"active\":false}],"
            + "\"after_cursor\":\"c\",\"end_of_stream\":true}");
    desk.first();
    assertThat(desk.taken().records())
        .extracting(Taken.Landed::deleted)
        .containsExactly(false, true);
  }

  @Nested
  class CustomObjects {
    private final Desk desk = desk("custom_object_records.apartment");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"after_cursor\":\"c\",\"meta\":{\"has_more\":false}",
          "\"after_cursor\":\"c\",\"end_of_stream\":true",
          "\"after_cursor\":null,\"after_url\":null",
          "\"after_url\":null"
        })
    void end_in_three_ways(String members) throws InterruptedException {
      transport.then(
          200,
          "{\"custom_object_records\":[{\"id\":\"01HZ\",\"name\":\"[DELETED]\"}]," + members + "}");
      Delivered page = (Delivered) desk.first();
      assertThat(page.next()).isNull();
      assertThat(desk.taken().records().getFirst().deleted()).isTrue();
      assertThat(transport.asked().getFirst().uri())
          .hasPath("/api/v2/incremental/custom_objects/apartment/cursor");
    }

    @Test
    void keep_the_cursor_of_their_last_page() throws InterruptedException {
      transport.then(
          200,
          "{\"custom_object_records\":[],\"after_cursor\":\"c9\",\"meta\":{\"has_more\":false}}");
      assertThat(((Delivered) desk.first()).bookmark()).isEqualTo("c9");
    }
  }

  @Test
  void steps_through_organizations_and_metric_events_by_time() throws InterruptedException {
    transport.then(
        200, "{\"organizations\":[{\"id\":1}],\"end_time\":1775091262,\"end_of_stream\":false}");
    assertThat(((Delivered) desk("organizations").first()).next()).isEqualTo("1775091262");
    transport.then(200, "{\"ticket_metric_events\":[{\"id\":1}],\"end_time\":1603717212}");
    Desk events = desk("ticket_metric_events");
    assertThat(((Delivered) events.next("1603717212")).next()).isNull();
    assertThat(transport.asked().getLast().uri().getRawQuery())
        .isEqualTo("per_page=1000&start_time=1603717212");
  }

  @Test
  void obeys_the_budget_that_an_export_has_left() throws InterruptedException {
    transport.then(
        200,
        Map.of("zendesk-ratelimit-incremental-exports", "total=10; remaining=0; resets=42"),
        Pieces.whole("{\"users\":[],\"after_cursor\":\"c\",\"end_of_stream\":false}"));
    Desk desk = desk("users");
    desk.first();
    assertThat(desk.next("c")).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(42), false, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"error\":\"Couldn't authenticate you\"} ~ Couldn't authenticate you",
        "{\"error\":{\"title\":\"Forbidden\",\"message\":\"No access.\"}} ~ No access.",
        "{\"error\":\"RecordNotFound\",\"description\":\"Not found\"} ~ Not found",
        "{\"errors\":[{\"code\":\"X\",\"title\":\"T\",\"detail\":\"size is invalid\"}]} ~ size is"
            + " invalid",
        "{\"error\":\"RecordInvalid\",\"description\":\"Errors\",\"details\":{}} ~ Errors",
        "plain words ~ plain words"
      })
  void is_understood_in_every_shape_of_its_errors(String body, String message)
      throws InterruptedException {
    transport.then(403, body);
    PageOutcome outcome = desk("tickets").first();
    assertThat(((Refused) outcome).reason())
        .startsWith("https://acme.zendesk.com answered 403 (" + message + ")");
  }

  @Test
  void shows_no_form_of_its_credential() throws InterruptedException {
    String basic = "am9AYWNtZS5leGFtcGxlL3Rva2VuOmFiYzEyMw==";
    transport.then(403, "{\"error\":\"Basic " + basic + " jo@acme.example abc123\"}");
    assertThat(desk("tickets").first().toString())
        .contains("(Basic [redacted] [redacted] [redacted])");
    assertThat(account().toString()).doesNotContain(basic, "abc123");
  }

  @Test
  void walks_nothing_older_than_what_was_asked_for() throws InterruptedException {
    transport.then(200, "{\"organizations\":[],\"end_time\":null,\"end_of_stream\":true}");
    desk("organizations").read(Instant.parse("2026-01-01T00:00:00Z"), null, Duration.ofSeconds(9));
    assertThat(transport.asked().getFirst().uri().getRawQuery())
        .isEqualTo("per_page=1000&start_time=1767225600");
  }
}
