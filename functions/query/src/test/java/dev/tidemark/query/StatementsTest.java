package dev.tidemark.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a statement ends. */
final class StatementsTest {
  @Test
  void semicolons_end_statements_and_the_last_needs_none() {
    Statements two = Statements.of(" SELECT 1;\n;SELECT 2 -- ;\n");
    assertThat(two.all()).containsExactly("SELECT 1", "SELECT 2 -- ;");
    assertThat(two.isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ';', ';''' AS \";\"",
        "SELECT e'it\\'s;'",
        "SELECT '\\', 1",
        "SELECT $$a;b$$, $t$;$$;$t$",
        "SELECT 1 /* ; */ -- ;'",
      })
  void those_in_texts_names_and_comments_do_not(String sql) {
    assertThat(Statements.of(sql + "\n;SELECT 2").all()).containsExactly(sql, "SELECT 2");
  }

  @Test
  void what_is_begun_is_not_whole_and_a_comment_begins_nothing() {
    assertThat(Statements.of("SELECT 'a;").isWhole()).isFalse();
    assertThat(Statements.of("SELECT 1; -- done").isWhole()).isTrue();
    assertThat(Statements.of("/* ; */").all()).isEmpty();
  }
}
