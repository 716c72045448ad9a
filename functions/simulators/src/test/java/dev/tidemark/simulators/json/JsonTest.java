package dev.tidemark.simulators.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static final Json PRETTY =
      Json.of(
          "{ \"a b\" : [ 1 , { \"id\" : \" x \\\" } \" } ] ,\n\t\"id\" : 1.0 , \"id\": -0\r\n}");

  @Test
  void compacting_drops_white_space_between_tokens_and_none_in_strings() {
    assertThat(PRETTY.compact())
        .hasToString("{\"a b\":[1,{\"id\":\" x \\\" } \"}],\"id\":1.0,\"id\":-0}");
  }

  @Test
  void members_are_found_by_structure_and_keep_their_order_and_duplicates() {
    assertThat(PRETTY.members()).extracting(Member::name).containsExactly("a b", "id", "id");
    assertThat(PRETTY.raw("id")).isEqualTo("-0");
    assertThat(PRETTY.raw("b")).isNull();
  }

  @Test
  void replacing_a_member_leaves_every_other_byte_as_it_is() {
    assertThat(Json.of("{ \"a\" : 1 , \"b\":2 }").with("a", "[true]"))
        .hasToString("{ \"a\" : [true] , \"b\":2 }");
  }

  @Test
  void a_member_that_is_missing_is_appended() {
    assertThat(Json.of("{\"a\":1 }").with("b", "2")).hasToString("{\"a\":1,\"b\":2 }");
    assertThat(Json.of("{}").with("b", "2")).hasToString("{\"b\":2}");
  }

  @Test
  void a_selection_keeps_the_bytes_of_its_members() {
    assertThat(PRETTY.only(List.of("id"))).hasToString("{\"id\" : 1.0,\"id\": -0}");
  }

  @Test
  void quoting_escapes_what_must_be_escaped_and_nothing_else() {
    assertThat(Json.quoted("a\"\\/\n\u0000\uD83D\uDC18"))
        .isEqualTo("\"a\\\"\\\\/\\u000a\\u0000\uD83D\uDC18\"");
  }

  @Test
  void equality_is_that_of_bytes() {
    assertThat(Json.of("{\"a\":1.0}")).isEqualTo(Json.of("{\"a\":1.0}"));
    assertThat(Json.of("{\"a\":1.0}")).isNotEqualTo(Json.of("{\"a\":1}"));
  }

  @Test
  void what_is_no_object_has_no_members() {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.of("[1]").members());
  }
}
