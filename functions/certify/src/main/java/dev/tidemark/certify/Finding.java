package dev.tidemark.certify;

/**
 * What does not hold.
 *
 * @param kind of the case
 * @param when what was done to the run, in words
 * @param symptom what is wrong in the lake
 * @param remedy the reason as far as it is known, and what to do
 */
public record Finding(String kind, String when, Symptom symptom, Remedy remedy) {
  /** One sentence. */
  String sentence() {
    return when
        + ": "
        + symptom.says()
        + (remedy.why().isEmpty() ? "" : ": " + remedy.why())
        + "; "
        + remedy.what();
  }
}
