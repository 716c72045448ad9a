package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The smallest definition, to be varied. */
final class Acme {
  /** Ten lines of head, then one resource whose members begin in line 11. */
  static final String TEXT =
      """
      # Line 1
      tidemark: 1
      source: acme
      title: Acme
      baseUrl: https://api.acme.example

      auth:
        apiKey: {prefix: "Bearer "}
      resources:
        deals:
          path: /deals
          records: data
          id: id
          pagination: {kind: none}
          order: id
          promote: run-start
      """;

  private Acme() {}

  /** The definition with {@code old} replaced, which must be in it. */
  static String with(String old, String replacement) {
    if (!TEXT.contains(old)) {
      throw new IllegalArgumentException("not in the definition: " + old);
    }
    return TEXT.replace(old, replacement);
  }

  /** The definition with further members of its resource. */
  static String plus(String... members) {
    return TEXT + "    " + String.join("\n    ", members) + "\n";
  }

  /** The resource of {@code yaml}. */
  static Resource resource(String yaml) {
    return DefinitionReader.read("acme.yaml", yaml).resource("deals");
  }

  /** Why {@code yaml} is refused. */
  static String refusal(String yaml) {
    DefinitionException refused =
        catchThrowableOfType(
            DefinitionException.class, () -> DefinitionReader.read("acme.yaml", yaml));
    if (refused == null) {
      throw new AssertionError("was not refused: " + yaml);
    }
    return String.valueOf(refused.getMessage());
  }
}
