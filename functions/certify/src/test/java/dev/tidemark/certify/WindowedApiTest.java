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

/** Definitions of APIs that select by short windows only, against such an API. */
@Tag("deep")
class WindowedApiTest {
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
            watermark: {field: at}
            order: unordered
            promote: run-start
            filter: {from: start, until: end, window: 30d, since: 2015-01-01}
            pagination: {kind: cursor, parameter: after, next: next}
          resources:
            ascending:
              path: /ascending
              order: watermark-ascending
              promote: max-seen
              single: {path: "/ascending/{id}", record: data}
            counted:
              path: /counted
              appendOnly: true
              pagination: {kind: page-number, parameter: page}
            plain:
              path: /plain
              single: {path: "/plain/{id}", record: data}
            behind:
              path: /behind
              filter: {from: start, until: end, bound: gt, format: epoch-seconds, window: 1h, since: 2015-01-01}
              pagination: {kind: next-url, next: next}
          """);

  /** Every second one, and deeper the others. */
  static Stream<String> tried() {
    List<String> all = List.of("plain", "ascending", "counted", "behind");
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
