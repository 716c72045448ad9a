package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends that are said by a value in the cursor's place, or by a cursor that stands still. */
class EndOfListTest {
  private final CannedTransport transport = new CannedTransport();

  private Desk desk(String paging) {
    return AnyApi.desk(AnyApi.definition("pagination: " + paging), transport);
  }

  private PageOutcome ended(String paging, String value) throws InterruptedException {
    transport.then(200, "{\"data\":[{\"id\":1}],\"next\":" + value + "}");
    return desk(paging).next("b");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "'\"0\"', 0", "-1, -1", "'\"-1\"', -1", "false, false", "'\"END\"', END"})
  void a_value_that_is_declared_ends_the_walk(String value, String word)
      throws InterruptedException {
    String cursor = "{kind: cursor, parameter: c, next: next, endValues: \"" + word + "\"}";
    assertThat(((Delivered) ended(cursor, value)).next()).isNull();
    String url = "{kind: next-url, next: next, endValues: [\"" + word + "\"]}";
    transport.then(200, "{\"data\":[{\"id\":1}],\"next\":" + value + "}");
    assertThat(((Delivered) desk(url).first()).next()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "'\"-1\"', -1", "false, false"})
  void one_that_is_not_fails_and_is_named_with_its_word(String value, String shown)
      throws InterruptedException {
    Refused refused = (Refused) ended("{kind: cursor, parameter: c, next: next}", value);
    assertThat(refused.reason())
        .contains("next is " + shown + ",", "pagination.endValues: [\"" + shown + "\"]");
  }

  @Test
  void a_value_that_is_an_end_beside_a_flag_that_says_more_is_a_contradiction()
      throws InterruptedException {
    transport.then(200, "{\"data\":[],\"next\":0,\"more\":true}");
    Refused refused =
        (Refused)
            desk("{kind: cursor, parameter: c, next: next, ends: [more], endValues: \"0\"}")
                .first();
    assertThat(refused.reason()).contains("more says that there is more but next is 0");
  }

  @Test
  void a_cursor_that_stands_still_with_an_empty_page_is_the_end_where_that_is_declared()
      throws InterruptedException {
    String standing = "{kind: cursor, parameter: c, next: next, standing: true}";
    transport.then(200, "{\"data\":[{\"id\":2}],\"next\":\"b\"}");
    transport.then(200, "{\"data\":[],\"next\":\"b\"}");
    Desk desk = desk(standing);
    assertThat(((Delivered) desk.next("a")).next()).isEqualTo("b");
    assertThat(((Delivered) desk.next("b")).next()).isNull();
    transport.then(200, "{\"data\":[{\"id\":2}],\"next\":\"b\"}");
    assertThat(((Delivered) desk.next("b")).next()).as("with records it is no end").isEqualTo("b");
    transport.then(200, "{\"data\":[],\"next\":\"b\"}");
    Refused refused = (Refused) desk("{kind: cursor, parameter: c, next: next}").next("b");
    assertThat(refused.reason())
        .contains("next gives the cursor again that was sent", "pagination.standing: true");
  }
}
