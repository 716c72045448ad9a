package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {
  @Test
  void the_smallest_definition_is_read() {
    Definition acme = DefinitionReader.read("acme.yaml", Acme.TEXT);
    assertThat(acme.source()).isEqualTo("acme");
    assertThat(acme.resource("deals").traversal().pagination()).isEqualTo(new Pagination.None());
  }

  @Nested
  class AKey {
    @Test
    void that_is_unknown_is_refused_with_line_and_the_known_ones() {
      assertThat(Acme.refusal(Acme.plus("colour: red")))
          .startsWith("acme.yaml:17: resources.deals.colour: is not known here")
          .contains("path, parameters, pageSize");
    }

    @Test
    void that_is_unknown_at_the_top_or_in_a_member_is_refused_too() {
      assertThat(Acme.refusal(Acme.TEXT + "hue: 1\n")).startsWith("acme.yaml:17: hue: is not");
      assertThat(Acme.refusal(Acme.with("{kind: none}", "{kind: none, next: x}")))
          .startsWith("acme.yaml:14: resources.deals.pagination.next: is not known here");
    }

    @Test
    void that_is_given_twice_is_refused() {
      assertThat(Acme.refusal(Acme.plus("id: other")))
          .startsWith("acme.yaml:17: resources.deals.id: is given twice; keep one");
      assertThat(Acme.refusal(Acme.with("source: acme", "source: acme\nsource: other")))
          .startsWith("acme.yaml:4: source: is given twice");
    }

    @Test
    void that_is_missing_is_refused_with_what_it_means() {
      assertThat(Acme.refusal(Acme.with("    path: /deals\n", "")))
          .startsWith("acme.yaml:11: resources.deals.path: is missing; Path of the list");
      assertThat(Acme.refusal(Acme.with("title: Acme\n", "")))
          .startsWith("acme.yaml:2: title: is missing; What the API is called");
    }

    @Test
    void that_is_no_plain_text_is_refused() {
      assertThat(Acme.refusal(Acme.plus("? [a, b]", ": c"))).contains("not YAML", "Non scalar key");
    }
  }

  @Nested
  class AValue {
    @Test
    void of_another_type_is_refused_with_the_type_that_is_wanted() {
      assertThat(Acme.refusal(Acme.with("tidemark: 1", "tidemark: one")))
          .isEqualTo("acme.yaml:2: tidemark: \"one\" is not a whole number");
      assertThat(Acme.refusal(Acme.with("title: Acme", "title: [Acme]")))
          .isEqualTo("acme.yaml:4: title: needs a text");
      assertThat(Acme.refusal(Acme.with("title: Acme", "title: null"))).contains("needs a text");
      assertThat(Acme.refusal(Acme.plus("volatile: seen_at")))
          .startsWith("acme.yaml:17: resources.deals.volatile: is a list; write it as");
      assertThat(Acme.refusal(Acme.plus("filter: since"))).contains(":17:", "filter: is a map");
      assertThat(Acme.refusal(Acme.plus("schema: 1.5"))).contains("is not a whole number");
      assertThat(Acme.refusal(Acme.plus("schema: 99999999999"))).contains("is not a whole number");
    }

    @Test
    void that_is_none_of_a_closed_choice_is_refused_with_the_choice() {
      assertThat(Acme.refusal(Acme.with("order: id", "order: newest")))
          .startsWith("acme.yaml:15: resources.deals.order:")
          .contains("watermark-ascending, id, unordered");
      assertThat(Acme.refusal(Acme.with("{kind: none}", "{kind: scroll}")))
          .startsWith("acme.yaml:14: resources.deals.pagination.kind:")
          .contains(
              "\"scroll\" is none of cursor, next-url, link-header, last-record, page-number,"
                  + " offset, time-step, none");
      assertThat(Acme.refusal(Acme.with("{kind: none}", "{next: x}"))).contains("needs a kind");
    }

    @Test
    void that_is_no_duration_is_refused_with_how_to_write_one() {
      assertThat(Acme.refusal(Acme.plus("lookback: 5")))
          .startsWith("acme.yaml:17: resources.deals.lookback:")
          .contains("500ms, 30s, 5m, 2h or 1d");
    }

    @Test
    void with_an_anchor_is_refused_wherever_it_stands() {
      assertThat(Acme.refusal(Acme.with("title: Acme", "title: &t Acme"))).contains("anchors");
      assertThat(Acme.refusal(Acme.with("title: Acme", "&t title: Acme"))).contains("anchors");
      assertThat(Acme.refusal(Acme.with("/deals", "&p /deals") + "  contacts: *p\n"))
          .contains("anchors and aliases are not used here");
      assertThat(Acme.refusal("&all\n" + Acme.TEXT)).contains("anchors");
    }

    @Test
    void breaks_a_rule_of_its_own_and_is_refused_with_the_rule() {
      assertThat(Acme.refusal(Acme.with("tidemark: 1", "tidemark: 2"))).contains("write 1");
      assertThat(Acme.refusal(Acme.with("source: acme", "source: Ac/me"))).contains("lower-case");
      assertThat(Acme.refusal(Acme.with("  deals:", "  Deals:"))).contains("resources.Deals");
      assertThat(Acme.refusal(Acme.with("path: /deals", "path: deals"))).contains("begin with /");
      assertThat(Acme.refusal(Acme.with("path: /deals", "path: /deals?a=b"))).contains("no query");
      assertThat(Acme.refusal(Acme.plus("schema: 0"))).contains("count from 1");
      assertThat(Acme.refusal(Acme.plus("pageSize: {parameter: n, ask: 9, max: 5}")))
          .startsWith("acme.yaml:17: resources.deals.pageSize:")
          .contains("1 <= ask <= max");
      assertThat(Acme.refusal(Acme.plus("batch: {pages: 0}"))).contains("pages must be 1 or more");
      assertThat(Acme.refusal(Acme.with("apiKey: {prefix: \"Bearer \"}", "{}")))
          .contains("at least one kind of credential");
      assertThat(Acme.refusal(Acme.TEXT + "requestId: {header: a, body: b}\n"))
          .contains("give either header or body");
      assertThat(Acme.refusal(Acme.TEXT + "tiers: {free: 0}\n")).contains("tiers.free: 0");
    }
  }

  @Nested
  class AFile {
    @TempDir private Path folder;

    @Test
    void that_is_not_yaml_is_refused_with_its_line() {
      assertThat(Acme.refusal("tidemark: 1\nsource: [a\ntitle: x\n"))
          .matches("(?s)acme.yaml:[23]: not YAML: .*");
      assertThat(Acme.refusal("a: \"\\q\"")).startsWith("acme.yaml:1: not YAML: ");
      assertThat(Acme.refusal("a: \u0007")).startsWith("acme.yaml").contains("not YAML: ");
    }

    @Test
    void with_two_documents_is_refused() {
      assertThat(Acme.refusal("a: 1\n---\nb: 2\n")).contains("another document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{b: ", "- ", "? "})
    void that_nests_without_end_is_refused(String step) {
      assertThat(Acme.refusal(step.repeat(20_000))).startsWith("acme.yaml:1: nests deeper");
    }

    @Test
    void that_holds_nothing_is_refused() {
      assertThat(Acme.refusal("")).isEqualTo("acme.yaml is empty");
      assertThat(Acme.refusal("# nothing\n")).isEqualTo("acme.yaml is empty");
      assertThat(Acme.refusal("just text")).contains("acme.yaml:1: is a map");
    }

    @Test
    void that_is_too_large_is_refused_before_it_is_read() throws IOException {
      Path large = folder.resolve("large.yaml");
      Files.writeString(large, "#".repeat(1024 * 1024 + 1));
      assertThatThrownBy(() -> DefinitionReader.read(large))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("larger than 1048576 bytes");
    }

    @Test
    void that_is_not_there_or_no_text_is_refused_with_its_path() throws IOException {
      Path latin = folder.resolve("latin.yaml");
      Files.write(latin, "title: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
      assertThatThrownBy(() -> DefinitionReader.read(latin)).hasMessageContaining("UTF-8 text");
      assertThatThrownBy(() -> DefinitionReader.read(folder.resolve("none.yaml")))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining("none.yaml");
    }

    @Test
    void may_be_named_like_a_source() throws IOException {
      Path file = folder.resolve("acme.yaml");
      Files.writeString(file, Acme.TEXT);
      assertThat(Sources.named(file.toString()).about().title()).isEqualTo("Acme");
    }
  }
}
