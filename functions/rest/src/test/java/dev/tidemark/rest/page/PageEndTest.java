package dev.tidemark.rest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageEndTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final String YAML =
      """
      tidemark: 1
      source: acme
      title: Acme
      baseUrl: https://api.acme.example
      auth: {apiKey: {}}
      requestId: {header: X-Request-Id}
      serverTime: {body: time}
      resources:
        all:
          path: /all
          records: data
          id: id
          pagination: {kind: cursor, parameter: c, next: next, more: more}
          order: id
          promote: run-start
      """;

  private final CannedTransport transport = new CannedTransport();

  private PageOutcome read(String yaml, Map<String, String> headers, String members)
      throws InterruptedException {
    transport.then(200, headers, Pieces.whole("{\"data\":[]" + members + "}"));
    return Desk.at(
            Desk.account(
                DefinitionReader.read("acme.yaml", yaml),
                URI.create("https://api.acme.example"),
                "hush",
                Settings.DEFAULT),
            "all",
            transport,
            NOW)
        .first();
  }

  @Nested
  class WithAFlag {
    private PageOutcome page(String members) throws InterruptedException {
      return read(YAML, Map.of(), members);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ",\"more\":false",
          ",\"more\":false,\"next\":null",
          ",\"more\":false,\"next\":\"c\"",
          ",\"more\":false,\"next\":{}"
        })
    void the_end_is_where_it_says_so(String members) throws InterruptedException {
      assertThat(((Delivered) page(members)).next()).isNull();
    }

    @Test
    void more_needs_a_cursor_of_text_or_number() throws InterruptedException {
      assertThat(((Delivered) page(",\"more\":true,\"next\":\"c\"")).next()).isEqualTo("c");
      assertThat(((Delivered) page(",\"next\":12,\"more\":true")).next()).isEqualTo("12");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ",\"next\":\"c\"",
          ",\"more\":null,\"next\":\"c\"",
          ",\"more\":\"false\"",
          ",\"more\":0",
          ",\"more\":[false]",
          ",\"more\":true",
          ",\"more\":true,\"next\":null",
          ",\"more\":true,\"next\":\"\"",
          ",\"more\":true,\"next\":true",
          ",\"more\":true,\"next\":{\"c\":1}"
        })
    void everything_else_is_a_contradiction(String members) throws InterruptedException {
      assertThat(page(members)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {8193, 98_304, 98_305, 200_000})
    void a_cursor_that_does_not_fit_the_state_is_refused(int length) throws InterruptedException {
      PageOutcome outcome = page(",\"more\":true,\"next\":\"" + "c".repeat(length) + "\"");
      if (length > 98_304) {
        assertThat(((Refused) outcome).reason()).contains("next is", "98304");
      } else {
        assertThat(outcome).isInstanceOf(Delivered.class);
      }
    }
  }

  @Nested
  class WithoutAFlag {
    private PageOutcome page(String members) throws InterruptedException {
      return read(YAML.replace(", more: more", ""), Map.of(), members);
    }

    @ParameterizedTest
    @CsvSource({
      "',\"next\":\"c\"', c",
      "',\"next\":7', 7",
      "',\"next\":null',",
      "',\"next\":\"\"',"
    })
    void the_end_is_where_the_cursor_is_empty(String members, @Nullable String next)
        throws InterruptedException {
      assertThat(((Delivered) page(members)).next()).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", ",\"next\":{}", ",\"next\":[]", ",\"next\":true", ",\"next\":false"})
    void everything_else_is_a_contradiction(String members) throws InterruptedException {
      assertThat(page(members)).isInstanceOf(Refused.class);
    }
  }

  @Nested
  class TheServersTime {
    private Instant time(Map<String, String> headers, String members) throws InterruptedException {
      return ((Delivered) read(YAML, headers, ",\"more\":false" + members)).serverTime();
    }

    @Test
    void is_the_body_s_then_the_header_s_then_ours() throws InterruptedException {
      Map<String, String> date = Map.of("Date", "Sun, 22 Nov 2026 05:00:00 GMT");
      assertThat(time(date, ",\"time\":\"2026-11-22T04:00:00Z\""))
          .isEqualTo("2026-11-22T04:00:00Z");
      assertThat(time(date, ",\"time\":\"soon\"")).isEqualTo("2026-11-22T05:00:00Z");
      assertThat(time(Map.of("Date", "soon"), "")).isEqualTo(NOW);
    }
  }

  @Test
  void the_request_id_is_found_in_a_header_too() throws InterruptedException {
    PageOutcome page = read(YAML, Map.of("X-Request-Id", "r\n1"), ",\"more\":false");
    assertThat(((Delivered) page).requestId()).isEqualTo("r 1");
    PageOutcome refused = read(YAML, Map.of("X-Request-Id", "r2"), "");
    assertThat(((Refused) refused).requestId()).isEqualTo("r2");
    PageOutcome broken = read(YAML, Map.of("X-Request-Id", "r3\nhush"), ",,");
    assertThat(((Unavailable) broken).requestId()).isEqualTo("r3 [redacted]");
  }
}
