package dev.tidemark.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Pieces;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of status 200 that says of itself that it is none. */
class BodyErrorsTest {
  private static final String PAGING =
      "pagination: {kind: cursor, parameter: c, next: next, absentEnds: true}";

  private final CannedTransport transport = new CannedTransport();

  private PageOutcome page(String errors, String body, String... members)
      throws InterruptedException {
    return page(errors, Map.of(), body, members);
  }

  private PageOutcome page(
      String errors, Map<String, String> headers, String body, String... members)
      throws InterruptedException {
    transport.then(200, headers, Pieces.whole(body));
    String[] all = new String[members.length + 1];
    all[0] = PAGING;
    System.arraycopy(members, 0, all, 1, members.length);
    return AnyApi.desk(
            AnyApi.with(errors.isEmpty() ? "" : "errors: {" + errors + "}", all), transport)
        .first();
  }

  /** A page whose records stand elsewhere. */
  private PageOutcome at(String top, String records) throws InterruptedException {
    String yaml =
        """
        tidemark: 1
        source: acme
        title: Acme
        baseUrl: https://api.acme.example
        auth: {apiKey: {}}
        %s
        resources:
          all:
            path: /all
            records: %s
            id: id
            pagination: {kind: none}
            order: id
            promote: run-start
        """
            .formatted(top, records);
    return AnyApi.desk(DefinitionReader.read("acme.yaml", yaml), transport).first();
  }

  private String reason(PageOutcome outcome) {
    return ((Refused) outcome).reason();
  }

  @Nested
  class WithoutAWord {
    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "{\"success\":false,\"errors\":[\"quota spent\"],\"data\":[],\"moreResult\":false} ~"
              + " errors",
          "{\"ok\":false,\"error\":\"ratelimited\",\"data\":[]} ~ error",
          "{\"ok\":false,\"error\":\"ratelimited\"} ~ error",
          "{\"success\":false,\"data\":[]} ~ success",
          "{\"data\":null,\"errors\":[{\"message\":\"no such field\",\"path\":[\"a\"]}]} ~ errors",
          "{\"errors\":{\"message\":\"late\"},\"data\":{}} ~ errors",
          "{\"data\":[{\"id\":1},null],\"errors\":[{\"message\":\"one is hidden\"}]} ~ errors",
          "{\"error\":{\"code\":12},\"data\":[],\"next\":\"c\"} ~ error"
        })
    void an_error_without_records_or_beside_what_is_none_fails_and_names_the_key(
        String body, String member) throws InterruptedException {
      assertThat(reason(page("", body)))
          .contains(
              "has status 200 but its " + member,
              "nothing in it counts",
              "errors.body: [{path: " + member + ", means: …}]");
    }

    @Test
    void the_vendors_sentence_is_shown_whether_or_not_records_are_there() throws Exception {
      String graph = "{\"errors\":[{\"message\":\"Field 'deels' doesn't exist\"}],\"data\":null}";
      transport.then(200, graph);
      PageOutcome outcome = at("", "data.deals.nodes");
      assertThat(reason(outcome)).contains("its errors says: Field 'deels' doesn't exist");
      assertThat(reason(page("", "{\"ok\":false,\"error\":\"ratelimited\",\"data\":[]}")))
          .contains("ratelimited");
      assertThat(reason(page("", "{\"error\":{\"code\":12},\"data\":[]}")))
          .contains("{\"code\":\"12\"}");
      assertThat(reason(page("message: [why]", "{\"ok\":false,\"why\":\"gone\",\"data\":[]}")))
          .contains("its ok is false: gone");
    }

    @Test
    void a_body_that_should_be_the_list_may_be_an_error_instead() throws Exception {
      transport.then(200, "{\"error\":\"who are you\"}");
      PageOutcome outcome = at("", "\"\"");
      assertThat(reason(outcome)).contains("its error says: who are you");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"errors\":null",
          "\"errors\":[]",
          "\"error\":{}",
          "\"error\":\"\"",
          "\"error\":false",
          "\"error\":0",
          "\"success\":true",
          "\"ok\":true"
        })
    void what_is_empty_says_nothing(String member) throws InterruptedException {
      Delivered page = (Delivered) page("", "{\"data\":[]," + member + "}");
      assertThat(page.warnings()).isEqualTo(Warnings.NONE);
    }

    @Test
    void beside_good_records_it_is_a_warning() throws InterruptedException {
      Delivered page =
          (Delivered) page("", "{\"data\":[{\"id\":1}],\"errors\":[{\"message\":\"late\"}]}");
      assertThat(page.warnings()).isEqualTo(Warnings.of(Warning.ERRORS_BESIDE_RECORDS, 1));
    }

    @Test
    void a_page_that_breaks_off_behind_an_error_is_asked_for_again() throws InterruptedException {
      assertThat(page("", "{\"error\":\"boom\",\"data\":[{\"id\":1}"))
          .isInstanceOf(Unavailable.class);
      assertThat(page("", "{\"items\":[]}")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_message_is_shown_without_secrets_and_never_whole_where_it_is_long()
        throws InterruptedException {
      String reason =
          reason(page("", "{\"error\":\"hush-hush " + "x".repeat(100_000) + "\",\"data\":[]}"));
      assertThat(reason).contains("[redacted] xxx").hasSizeLessThan(700);
    }
  }

  @Nested
  class WithAWord {
    @Test
    void failed_fails_though_there_are_records() throws InterruptedException {
      String body = "{\"data\":[{\"id\":1}],\"status\":\"error\",\"message\":\"not today\"}";
      assertThat(reason(page("body: [{path: status, equals: error}]", body)))
          .contains("its status says: not today")
          .doesNotContain("declare");
      assertThat(page("body: [{path: status, equals: [bad, worse]}]", body))
          .isInstanceOf(Delivered.class);
    }

    @Test
    void throttled_waits_as_long_as_the_answer_says() throws InterruptedException {
      String word =
          "retryAfter: [error.wait], body: [{path: error.code, equals: slow, means: throttled}]";
      String body = "{\"error\":{\"code\":\"slow\",\"wait\":90},\"data\":[]}";
      assertThat(page(word, body)).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(90), true, null));
      assertThat(page(word, Map.of("Retry-After", "7"), body))
          .isEqualTo(new Throttled(AnyApi.NOW.plus(Duration.ofSeconds(7)), true, null));
      assertThat(page(word, "{\"error\":{\"code\":\"slow\"}}"))
          .isEqualTo(new Throttled(AnyApi.NOW, true, null));
    }

    @Test
    void partial_is_asked_for_again_though_there_are_records() throws InterruptedException {
      String word = "body: [{path: incomplete_results, equals: \"true\", means: partial}]";
      PageOutcome partial = page(word, "{\"incomplete_results\":true,\"data\":[{\"id\":1}]}");
      assertThat(((Unavailable) partial).reason())
          .contains("its incomplete_results is true, so that the answer is not whole");
      assertThat(page(word, "{\"incomplete_results\":false,\"data\":[{\"id\":1}]}"))
          .isInstanceOf(Delivered.class);
    }

    @Test
    void ignored_takes_the_default_away() throws InterruptedException {
      Delivered page =
          (Delivered)
              page("body: [{path: errors, means: ignored}]", "{\"data\":[],\"errors\":[1]}");
      assertThat(page.warnings()).isEqualTo(Warnings.NONE);
      assertThat(page("body: [{path: errors, means: ignored}]", "{\"data\":[],\"error\":\"boom\"}"))
          .isInstanceOf(Refused.class);
    }

    @Test
    void a_word_reaches_a_member_beside_the_records() throws InterruptedException {
      transport.then(
          200, "{\"data\":{\"userErrors\":[{\"message\":\"hidden\"}],\"nodes\":[{\"id\":1}]}}");
      PageOutcome outcome = at("errors: {body: [{path: data.userErrors}]}", "data.nodes");
      assertThat(reason(outcome)).contains("its data.userErrors says: hidden");
    }
  }

  @Test
  void a_list_called_errors_is_a_list() throws InterruptedException {
    transport.then(200, "{\"errors\":[{\"id\":1}]}");
    PageOutcome outcome = at("", "errors");
    assertThat(((Delivered) outcome).warnings()).isEqualTo(Warnings.NONE);
  }
}
