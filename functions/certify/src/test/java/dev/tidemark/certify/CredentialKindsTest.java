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

/** Each kind of credential against an API that wants exactly it, and echoes queries in its URLs. */
@Tag("deep")
class CredentialKindsTest {
  private static final List<String> KINDS =
      List.of(
          "apiKey: {query: api_key}",
          "clientCredentials: {url: 'https://id.example/token', client: basic, parameters:"
              + " {audience: all}, ended: [{status: 404, contains: session is over}]}",
          "none: true",
          "login: {path: /login, form: json, token: {header: X-Token}, shown: {query: session}}",
          "together: [{member: id, header: X-Id}, {member: key, query: key, prefix: k_}]",
          "refreshToken: {path: /token, token: data.token, shown: {header: X-Auth}}");

  /** Every third one, and deeper the others. */
  static Stream<String> tried() {
    return IntStream.range(0, KINDS.size())
        .filter(number -> Depth.tries(number, 3, 1))
        .mapToObj(KINDS::get);
  }

  private static Definition api(String auth) {
    return DefinitionReader.read(
        "own.yaml",
        "tidemark: 1\nsource: own\ntitle: Own\nbaseUrl: https://api.own.example\nauth: {"
            + auth
            + "}\naccount: {path: /me, id: id}\nresources: {all: {path: /all, records: data, id:"
            + " id, pageSize: {parameter: limit, ask: 4, max: 4}, order: unordered, promote:"
            + " run-start, single: {path: '/all/{id}'}, pagination: {kind: next-url, next: next,"
            + " absentEnds: true}}}\n");
  }

  @ParameterizedTest
  @MethodSource("tried")
  void they_are_certified(String auth) throws InterruptedException {
    OwnApis.isCertified(api(auth), "all");
  }
}
