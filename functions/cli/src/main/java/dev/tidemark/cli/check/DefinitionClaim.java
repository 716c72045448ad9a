package dev.tidemark.cli.check;

/**
 * Something that a definition claims, and what the API shows of it.
 *
 * @param name which claim, in one word
 * @param says one sentence that the operator can act on
 */
public record DefinitionClaim(String name, Verdict verdict, String says) {
  static DefinitionClaim ok(String name, String says) {
    return new DefinitionClaim(name, Verdict.OK, says);
  }

  static DefinitionClaim no(String name, String says) {
    return new DefinitionClaim(name, Verdict.NO, says);
  }

  static DefinitionClaim unknown(String name, String says) {
    return new DefinitionClaim(name, Verdict.UNKNOWN, says);
  }
}
