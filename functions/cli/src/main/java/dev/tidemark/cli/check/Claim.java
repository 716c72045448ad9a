package dev.tidemark.cli.check;

/**
 * Something that a definition claims, and what the API shows of it.
 *
 * @param name which claim, in one word
 * @param says one sentence that the operator can act on
 */
public record Claim(String name, Verdict verdict, String says) {
  static Claim ok(String name, String says) {
    return new Claim(name, Verdict.OK, says);
  }

  static Claim no(String name, String says) {
    return new Claim(name, Verdict.NO, says);
  }

  static Claim unknown(String name, String says) {
    return new Claim(name, Verdict.UNKNOWN, says);
  }
}
