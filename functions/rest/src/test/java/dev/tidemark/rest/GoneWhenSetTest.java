package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that say that they are gone by having a member at all. */
class GoneWhenSetTest {
  private final CannedTransport transport = new CannedTransport();
  private final Desk desk =
      AnyApi.desk(
          AnyApi.definition("pagination: {kind: none}", "deleted: {field: gone.at, present: true}"),
          transport);

  private boolean gone(String record) throws InterruptedException {
    transport.then(200, "{\"data\":[{\"id\":1" + record + "}]}");
    assertThat(desk.first()).isInstanceOf(Delivered.class);
    return desk.taken().records().getLast().deleted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"2026-01-02T00:00:00Z\"", "{}", "{\"by\":1}", "true", "1769000000", "\"yes\""})
  void are_gone_by_any_value(String value) throws InterruptedException {
    assertThat(gone(",\"gone\":{\"at\":" + value + "}")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"gone\":null",
        ",\"gone\":{}",
        ",\"gone\":{\"at\":null}",
        ",\"gone\":{\"at\":\"\"}",
        ",\"gone\":{\"at\":false}",
        ",\"gone\":{\"at\":0}",
        ",\"gone\":{\"at\":\"0000-00-00 00:00:00\"}"
      })
  void stand_where_there_is_none(String members) throws InterruptedException {
    assertThat(gone(members)).isFalse();
  }

  @Test
  void are_not_judged_by_an_array() throws InterruptedException {
    transport.then(200, "{\"data\":[{\"id\":1,\"gone\":{\"at\":[]}}]}");
    assertThat(((Refused) desk.first()).reason())
        .contains("a record's gone.at is an array", "deleted.field");
  }
}
