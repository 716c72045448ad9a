package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cursors that come percent-encoded. */
class EncodedCursorTest {
  private static final String PLAIN = "pagination: {kind: cursor, parameter: c, next: next}";
  private static final String ENCODED =
      "pagination: {kind: cursor, parameter: c, next: next, encoded: true}";

  private final CannedTransport transport = new CannedTransport();

  private Desk desk(String pagination) {
    return AnyApi.desk(AnyApi.definition(pagination), transport);
  }

  @ParameterizedTest
  @CsvSource({"eyJhIjoxfQ%3D%3D", "a%2Bb%2Fc", "a%20b", "plain"})
  void are_sent_as_they_came_where_that_is_declared(String cursor) throws InterruptedException {
    transport
        .then(200, "{\"data\":[],\"next\":\"" + cursor + "\"}")
        .then(200, "{\"data\":[],\"next\":null}");
    Delivered first = (Delivered) desk(ENCODED).first();
    desk(ENCODED).next(String.valueOf(first.next()));
    assertThat(transport.asked().getLast().uri().getRawQuery()).isEqualTo("c=" + cursor);
  }

  @Test
  void are_named_where_the_api_refuses_them_and_they_are_not_declared()
      throws InterruptedException {
    transport.then(400, "{}").then(400, "{}");
    assertThat(((CursorRejected) desk(PLAIN).next("a%3D")).reason())
        .contains("percent-encoded already", "declare pagination.encoded: true");
    assertThat(((CursorRejected) desk(PLAIN).next("a=")).reason()).doesNotContain("encoded");
  }

  @Test
  void are_not_believed_to_be_so_where_they_are_not() throws InterruptedException {
    transport.then(200, "{\"data\":[],\"next\":\"100% a\"}");
    assertThat(((Refused) desk(ENCODED).first()).reason())
        .contains("next is not percent-encoded, although pagination.encoded says so");
  }
}
