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

/** Definitions of APIs whose members, ids and times are not as most are, against such an API. */
@Tag("deep")
class OddNamesAndTimesTest {
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
            pageSize: {parameter: limit, ask: 4, max: 4}
            watermark: {field: at, zone: UTC}
            order: watermark-ascending
            promote: max-seen
          resources:
            dots:
              path: /dots
              records: '"odata.value".rows'
              id: '"odata.id"'
              pagination: {kind: next-url, next: ["@odata.nextLink"], absentEnds: true}
              filter: {from: since}
            pairs:
              path: /pairs
              records: data
              id: [campaign, geo.country]
              pagination: {kind: cursor, parameter: after, next: next}
              order: unordered
              promote: run-start
            micros:
              path: /micros
              records: data
              pagination: {kind: cursor, parameter: after, next: next}
              watermark: {field: at, format: iso-8601-micros}
              filter: {from: since, format: iso-8601-micros}
            locals:
              path: /locals
              records: data
              pagination: {kind: cursor, parameter: after, next: next}
              watermark: {field: at, format: iso-8601-local-blank, zone: "+02:00"}
              filter: {from: since, format: iso-8601-local, zone: "-05:00"}
            texts:
              path: /texts
              records: data
              pagination: {kind: cursor, parameter: {query: q, text: "id > '{}'"}, next: next}
              watermark: {field: at, otherwise: created, format: epoch-micros}
              filter: {from: {query: $filter, text: "at ge {}"}, format: epoch-micros}
            days:
              path: /days
              records: data
              pagination: {kind: cursor, parameter: after, next: next}
              filter: {from: since, format: date, zone: Europe/Berlin}
            accounts:
              path: /accounts
              records: data
              pagination: {kind: cursor, parameter: after, next: next}
              order: unordered
              promote: run-start
              filter: {from: since, until: before, format: iso-8601-local-blank, zone: account}
          """);

  /** Every second one, and deeper the others. */
  static Stream<String> tried() {
    List<String> all = List.of("pairs", "days", "dots", "micros", "accounts", "locals", "texts");
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
