package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages by number, by offset and by the last record. */
class CountedPaginationTest {
  private static final String SIZE = "pageSize: {parameter: n, ask: 2, max: 5}";
  private final CannedTransport transport = new CannedTransport();

  private PageOutcome page(String paging, @Nullable String cursor, String body)
      throws InterruptedException {
    transport.then(200, body);
    Desk desk = AnyApi.desk(AnyApi.definition("pagination: " + paging, SIZE), transport);
    return cursor == null ? desk.first() : desk.next(cursor);
  }

  private @Nullable String next(String paging, @Nullable String cursor, String records)
      throws InterruptedException {
    return ((Delivered) page(paging, cursor, "{\"data\":[" + records + "]}")).next();
  }

  private String asked() {
    return transport.asked().getLast().uri().getRawQuery();
  }

  @Test
  void pages_are_numbered_from_where_the_api_begins() throws InterruptedException {
    String paging = "{kind: page-number, parameter: page}";
    assertThat(next(paging, null, "{\"id\":1}")).isEqualTo("2 2 1 short 1");
    assertThat(asked()).isEqualTo("n=2&page=1");
    assertThat(next(paging, "2 2 2 full", "{\"id\":2},{\"id\":3}")).isEqualTo("3 2 4 full");
    assertThat(asked()).isEqualTo("n=2&page=2");
    assertThat(next("{kind: page-number, parameter: page, first: 0}", null, "{\"id\":1}"))
        .isEqualTo("1 2 1 short 1");
    assertThat(asked()).isEqualTo("n=2&page=0");
  }

  @Test
  void an_offset_counts_every_record_that_came_rejected_ones_too() throws InterruptedException {
    String paging = "{kind: offset, parameter: skip}";
    assertThat(next(paging, null, "{\"id\":1},7,{}")).isEqualTo("3 2 3 uneven 3");
    assertThat(asked()).isEqualTo("n=2&skip=0");
    assertThat(next(paging, "3 2 3 uneven", "{\"id\":2}")).isEqualTo("4 2 4 short");
    assertThat(asked()).isEqualTo("n=2&skip=3");
  }

  @ParameterizedTest
  @CsvSource({
    "empty,, '{\"id\":1}', 1 2 1 short 1",
    "empty,, '',",
    "short,, '{\"id\":1},{\"id\":2}', 2 2 2 full",
    "short,, '{\"id\":1}', 1 2 1 short 1",
    "short, 2 2 2 full, '{\"id\":1}',",
    "short, 3 2 3 uneven, '{\"id\":1}', 4 2 4 short",
    "short, 3 2 3 uneven, '',"
  })
  void the_last_page_is_the_empty_one_or_where_declared_the_short_one_behind_full_ones(
      String last, @Nullable String at, String records, @Nullable String next)
      throws InterruptedException {
    assertThat(next("{kind: offset, parameter: skip, lastPage: " + last + "}", at, records))
        .isEqualTo(next);
  }

  @Test
  void a_flag_decides_alone_but_never_for_ever() throws InterruptedException {
    String paging = "{kind: page-number, parameter: page, more: more}";
    assertThat(((Delivered) page(paging, null, "{\"data\":[{\"id\":1}],\"more\":false}")).next())
        .isNull();
    assertThat(((Delivered) page(paging, null, "{\"data\":[{\"id\":1}],\"more\":true}")).next())
        .isEqualTo("2 2 1 short 1");
    assertThat(((Refused) page(paging, null, "{\"data\":[],\"more\":true}")).reason())
        .contains("says that there is more but is empty");
    assertThat(page(paging, null, "{\"data\":[{\"id\":1}]}")).isInstanceOf(Refused.class);
  }

  @Test
  void the_last_record_says_where_to_go_on() throws InterruptedException {
    String paging = "{kind: last-record, parameter: since, field: meta.seq}";
    assertThat(
            next(paging, null, "{\"id\":1,\"meta\":{\"seq\":5}},{\"id\":2,\"meta\":{\"seq\":9}}"))
        .isEqualTo("9");
    assertThat(asked()).isEqualTo("n=2");
    assertThat(next(paging, "9", "")).isNull();
    assertThat(asked()).isEqualTo("n=2&since=9");
    assertThat(next("{kind: last-record, parameter: since, field: id}", null, "{\"id\":\"b\"}"))
        .isEqualTo("b");
  }

  @Test
  void a_last_record_without_the_member_is_refused() throws InterruptedException {
    String paging = "{kind: last-record, parameter: since, field: seq}";
    for (String records :
        new String[] {"{\"id\":1,\"seq\":1},{\"id\":2}", "{\"id\":1,\"seq\":1},7"}) {
      assertThat(((Refused) page(paging, null, "{\"data\":[" + records + "]}")).reason())
          .contains("the page's last record has no seq");
    }
  }

  @Test
  void a_last_record_counts_only_where_the_flag_says_more() throws InterruptedException {
    String paging = "{kind: last-record, parameter: since, field: id, more: more}";
    assertThat(((Delivered) page(paging, null, "{\"data\":[{\"id\":1}],\"more\":false}")).next())
        .isNull();
    assertThat(page(paging, null, "{\"data\":[],\"more\":true}")).isInstanceOf(Refused.class);
  }
}
