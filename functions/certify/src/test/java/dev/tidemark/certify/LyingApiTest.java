package dev.tidemark.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.testkit.Depth;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a certificate says of an API that is not as its file says. */
@Tag("deep")
class LyingApiTest {
  private static final int ALL = 9;
  private static final String YAML =
      """
      tidemark: 1
      source: naive
      title: An API that is believed
      baseUrl: https://api.naive.example
      auth: {apiKey: {}}
      resources:
        orders:
          path: /v1/orders
          records: data
          id: id
          pageSize: {parameter: limit, ask: 100, max: 200}
          pagination: {kind: cursor, parameter: cursor, next: meta.next, absentEnds: true}
          order: watermark-ascending
          watermark: {field: updated_at}
          version: {field: updated_at}
          promote: max-seen
          filter: {from: updated_since}
          single: {path: "/v1/orders/{id}", record: data}
          deleted: {field: state, equals: gone}
      """;

  private static Certificate tried(String yaml, String... assume) throws InterruptedException {
    return triedWith(Depth.of(5, ALL), yaml, assume);
  }

  private static Certificate triedWith(int records, String yaml, String... assume)
      throws InterruptedException {
    Definition definition = DefinitionReader.read("naive.yaml", yaml);
    CertifyRequest.Api api = new CertifyRequest.Api(List.of(assume), null);
    return new CertifyRequest(definition, List.of("orders"), new Scale(records, 7), api)
        .run(_ -> {})
        .getFirst();
  }

  @Test
  void each_word_is_broken_and_comes_to_the_truth_or_a_loud_failure() throws InterruptedException {
    Certificate certificate = tried(YAML);
    assertThat(certificate.certified()).as(certificate.lines()).isTrue();
    assertThat(certificate.lines())
        .contains(
            "lie   the API gives half of the records that are asked for: truth",
            "lie   the API gives its first page whatever is asked for: failed loudly",
            "lie   the next page stands at a member whose name has a dot: failed loudly",
            "lie   the API reports an error in an answer with status 200: failed loudly",
            "lie   the API answers 206 with half of a page and no further one: failed loudly",
            "lie   the API gives the members of its records in another order: truth",
            "lie   a record that says it is gone has its id and that member alone: truth",
            "lie   the API spells its times in four ways: truth",
            "lie   asked for one record, the API gives another:",
            "positions",
            "assumed: every edit raises updated_at");
  }

  @Test
  @Tag("deep-only")
  void a_cursor_that_is_declared_a_key_and_is_a_position_loses_what_moves_past_it()
      throws InterruptedException {
    String believed = YAML + "    walk: cursor\n";
    assertThat(tried(believed, "cursor=position").lines())
        .contains("orders: NOT certified", "the cursor is a position", "declare walk: bound")
        .doesNotContain("raise settleLag");
    assertThat(tried(YAML, "cursor=position").certified()).isTrue();
    assertThat(tried(believed).lines())
        .contains("names a record and is no position (walk: cursor)");
  }

  @Test
  void edits_that_raise_no_time_never_land() throws InterruptedException {
    assertThat(triedWith(ALL, YAML, "edits=unseen").lines())
        .contains("orders: NOT certified", "an edit does not raise updated_at");
    assertThat(tried(YAML.replace("updated_at", "created_at")).lines())
        .contains("created_at, though its name says that it is the time of creation");
  }
}
