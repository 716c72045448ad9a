package dev.tidemark.certify;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.testkit.Depth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions of APIs whose lists and requests have other forms than most, against such an API. */
@Tag("deep")
class OddListsTest {
  private static final Definition OWN =
      DefinitionReader.read(
          "own.yaml",
          """
          tidemark: 1
          source: own
          title: Own
          baseUrl: https://api.own.example
          auth: {apiKey: {}}
          defaults:
            id: id
            records: data
            pageSize: {parameter: limit, ask: 4, max: 4}
            order: unordered
            promote: run-start
          resources:
            keyed:
              path: /keyed
              records: {path: data, form: keyed}
              pagination: {kind: cursor, parameter: after, next: next}
              order: watermark-ascending
              promote: max-seen
              watermark: {field: at}
              filter: {from: since}
            keyed_notes:
              parent: keyed
              path: /keyed/{parent}/notes
              pagination: {kind: none}
            comments:
              parent: after
              path: /comments
              parameters: {filter: "of eq {parent}"}
              parentId: of
              pagination: {kind: cursor, parameter: after, next: next}
            linked:
              path: /linked
              records: {path: entry, form: one-or-many}
              pagination: {kind: next-url, next: link, link: {member: relation, url: url}}
            after:
              path: /after
              method: post
              pageSize: {parameter: {body: size}, ask: 4, max: 4}
              pagination:
                kind: last-record
                parameter: {body: search_after}
                field: sort
                array: true
            lines:
              path: /lines
              records: {path: '', form: lines}
              pagination: {kind: cursor, parameter: after, next: {header: X-Next}}
            form:
              path: /form
              method: post
              bodyForm: form
              body: {action: list, depth: 2}
              pageSize: {parameter: {body: limit}, ask: 4, max: 4}
              pagination: {kind: cursor, parameter: {body: after}, next: next}
          """);

  /** Every second one, and deeper the others. */
  static Stream<String> tried() {
    List<String> all =
        List.of("comments", "after", "keyed_notes", "keyed", "linked", "form", "lines");
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 2, 1))
        .mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("tried")
  void they_are_certified(String resource) throws InterruptedException {
    OwnApis.isCertified(OWN, resource);
  }
}
