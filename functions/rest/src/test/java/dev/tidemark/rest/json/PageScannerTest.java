package dev.tidemark.rest.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageScannerTest {
  private final Taken taken = new Taken();

  private Envelope scan(String page) throws IOException, InterruptedException {
    return Shapes.bare().scan(Pieces.whole(page), 1_000_000, taken);
  }

  @Nested
  class APage {
    @Test
    void gives_its_records_and_what_stands_around_them() throws Exception {
      Envelope envelope = scan("{\"x\":{\"next\":1},\"data\":[{\"id\":1}],\"next\":\"n\"}");
      assertThat(envelope.text(MemberPath.of("next"))).isEqualTo("n");
      assertThat(taken.records()).extracting(Taken.Landed::json).containsExactly("{\"id\":1}");
    }

    @Test
    void may_be_the_list_itself() throws Exception {
      PageScanner scanner =
          new PageScanner(
              new EnvelopeShape(MemberPath.of(""), false, List.of(MemberPath.of("next"))),
              Shapes.BARE);
      Envelope envelope = scanner.scan(Pieces.whole(" [ {\"id\" : 1} ] "), 100, taken);
      assertThat(envelope.at(MemberPath.of("next"))).isNull();
      assertThat(taken.records()).extracting(Taken.Landed::json).containsExactly("{\"id\":1}");
    }

    @Test
    void may_have_no_records() throws Exception {
      assertThat(scan("{\"data\":[],\"next\":null}").at(MemberPath.of("next"))).isNotNull();
      assertThat(scan("{\"data\":null,\"next\":null}").text(MemberPath.of("next"))).isNull();
      assertThat(taken.records()).isEmpty();
    }

    @Test
    void may_begin_with_a_byte_order_mark() throws Exception {
      scan("\ufeff{\"data\":[ {\"id\": 1}]}");
      assertThat(taken.records()).extracting(Taken.Landed::json).containsExactly("{\"id\":1}");
    }

    @Test
    void hands_over_what_is_no_record_without_white_space() throws Exception {
      scan("{\"data\":[1e5 , \"a b\",[ 1, {\"id\" :2}],null,true,{\"id\":\"\"},{ },{\"id\":3}]}");
      assertThat(taken.rejects())
          .extracting(Taken.Reject::json)
          .containsExactly(
              "1e5", "\"a b\"", "[1,{\"id\":2}]", "null", "true", "{\"id\":\"\"}", "{}");
      assertThat(taken.rejects().getFirst().reason()).isEqualTo("it is no JSON object");
      assertThat(taken.rejects().getLast().reason()).startsWith("it has no id: id is no text");
      assertThat(taken.records()).hasSize(1);
    }
  }

  @Nested
  class IsMalformed {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "   ",
          "<html>",
          "no",
          "[]",
          "1",
          "{}",
          "{\"data\":{}}",
          "{\"data\":\"\"}",
          "{\"data\":true}",
          "{\"items\":[]}",
          "{\"data\":[01]}",
          "{\"data\":[{\"id\":1,}]}",
          "{\"data\":[{\"id\":1}{\"id\":2}]}",
          "{'data':[]}",
          "{\"data\":[]} // done"
        })
    void a_page_that_is_not_what_was_declared(String page) {
      assertThatThrownBy(() -> scan(page)).isInstanceOf(MalformedPageException.class);
    }

    @Test
    void a_page_with_two_lists_of_records() {
      assertThatThrownBy(() -> scan("{\"data\":[{\"id\":1}],\"data\":[]}"))
          .isInstanceOf(MalformedPageException.class)
          .hasMessageContaining("twice");
      assertThatThrownBy(() -> scan("{\"data\":null,\"data\":[]}")).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":[]}", "]", "x", ",", "null"})
    void a_page_that_goes_on_after_its_end(String garbage) {
      assertThatThrownBy(() -> scan("{\"data\":[{\"id\":1}]}" + garbage))
          .isInstanceOf(MalformedPageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
    void a_page_in_another_encoding(String encoding) {
      byte[] page = "{\"data\":[{\"id\":1}]}".getBytes(Charset.forName(encoding));
      assertThatThrownBy(() -> Shapes.bare().scan(new ByteArrayInputStream(page), 1000, taken))
          .isInstanceOf(MalformedPageException.class)
          .hasMessageContaining("not UTF-8");
      assertThat(taken.records()).isEmpty();
    }

    @Test
    void a_page_with_bytes_that_are_no_text_and_says_where() {
      byte[] page =
          "{\"data\":[{\"id\":1},{\"id\":\"caf\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);
      assertThatThrownBy(() -> Shapes.bare().scan(new ByteArrayInputStream(page), 1000, taken))
          .isInstanceOf(MalformedPageException.class)
          .hasMessageContaining("UTF-8")
          .hasMessageContaining("(byte 30 of the page, in or behind record 2)");
    }

    @Test
    void a_number_that_is_none_and_names_no_switch_of_the_parser() {
      assertThatThrownBy(() -> scan("{\"data\":[{\"id\":1},{\"id\":2},{\"amount\":NaN}]}"))
          .isInstanceOf(UnreadableRecordException.class)
          .hasMessageContaining("record 3 of the page holds NaN, which JSON forbids (byte ")
          .hasMessageNotContaining("JsonReadFeature");
    }
  }

  @Nested
  class ItsBounds {
    @Test
    void on_nesting_are_a_thousand_levels() throws Exception {
      scan("{\"data\":[{\"id\":1,\"d\":" + "[".repeat(997) + "]".repeat(997) + "}]}");
      assertThat(taken.records()).hasSize(1);
      assertThatThrownBy(
              () -> scan("{\"data\":[{\"id\":1,\"d\":" + "[".repeat(998) + "]".repeat(998) + "}]}"))
          .isInstanceOf(TooDeepException.class)
          .hasMessageContaining("deeper than 1000 levels");
    }

    @Test
    void on_nesting_hold_outside_of_the_records_too() {
      assertThatThrownBy(
              () -> scan("{\"x\":" + "[".repeat(1000) + "]".repeat(1000) + ",\"data\":[]}"))
          .isInstanceOf(TooDeepException.class);
    }

    @Test
    void on_size_are_exact() throws Exception {
      String page = "{\"data\":[{\"id\":1}]}";
      Shapes.bare().scan(Pieces.whole(page), page.length(), taken);
      assertThat(taken.records()).hasSize(1);
      assertThatThrownBy(() -> Shapes.bare().scan(Pieces.whole(page), page.length() - 1, taken))
          .isInstanceOf(PageTooLargeException.class)
          .hasMessageContaining("maxResponseBytes");
    }
  }
}
