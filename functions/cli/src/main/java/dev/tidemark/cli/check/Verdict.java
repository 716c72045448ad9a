package dev.tidemark.cli.check;

/** What an API shows of a claim of its definition. */
public enum Verdict {
  /** It is so, as far as was seen. */
  OK("ok"),
  /** It is not so. */
  NO("NO"),
  /** Nothing that is there shows it. */
  UNKNOWN("?");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** How tables and documents write it. */
  public String word() {
    return word;
  }
}
