package dev.tidemark.cli.certify;

/**
 * What does not hold.
 *
 * @param kind of the case
 * @param when what was done to the run, in words
 * @param symptom what is wrong in the lake
 * @param why the reason; empty where nothing is known
 * @param remedy what to change in the definition
 */
public record Finding(String kind, String when, Symptom symptom, String why, String remedy) {
  /** One sentence. */
  String sentence() {
    return when
        + ": "
        + symptom.says()
        + (why.isEmpty() ? "" : ": " + why)
        + "; "
        + remedy;
  }
}
