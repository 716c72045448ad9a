package dev.tidemark.cli.check;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.RecordOutcome;

/**
 * What the API answers when it is asked for a record that cannot be: that answer is what proves a
 * delete.
 */
final class MissingClaim {
  private static final String MISSING = "missing";
  private static final String UUID =
      "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

  private MissingClaim() {}

  /** An id of the form of {@code known} that no record has, as far as is known. */
  static String id(String known) {
    if (known.matches("\\d{1,15}")) {
      return "9".repeat(Math.min(15, known.length() + 3));
    }
    if (known.matches(UUID)) {
      return "00000000-0000-4000-8000-000000000000";
    }
    return known.substring(0, Math.max(0, known.length() - 6))
        + "0".repeat(Math.min(6, known.length()));
  }

  static DefinitionClaim of(String id, RecordOutcome outcome, PageNotes notes) {
    return switch (outcome) {
      case RecordOutcome.Absent _ ->
          DefinitionClaim.ok(MISSING, "asked for " + id + ", it says that there is none");
      case RecordOutcome.Found _ ->
          DefinitionClaim.no(
              MISSING,
              "asked for "
                  + id
                  + ", which cannot be, it answers with a record: a reconcile could prove nothing;"
                  + " correct single's path");
      case RecordOutcome.Unknown(PageOutcome why) -> {
        Answered answered = new Answered(null, why, notes);
        boolean malformed = answered.why().matches("(?s).*answered (400|422).*");
        yield answered.passing() || malformed
            ? DefinitionClaim.unknown(MISSING, answered.why())
            : DefinitionClaim.no(
                MISSING,
                "asked for "
                    + id
                    + ", which cannot be: "
                    + answered.why()
                    + "; if that is how it says that there is no such record, declare the status in"
                    + " single.gone");
      }
    };
  }
}
