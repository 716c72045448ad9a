package dev.tidemark.cli.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.source.RecordOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What reading one record by its id shows. */
final class SingleClaim {
  private static final String SINGLE = "single";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SingleClaim() {}

  /** The id as an operator writes it. */
  static String written(Seen record) {
    try {
      return JSON.readTree(record.id()).asText();
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + record.id(), e);
    }
  }

  static DefinitionClaim of(Sample sample, RecordOutcome outcome, PageNotes notes) {
    String id = written(sample.records().getFirst());
    return switch (outcome) {
      case RecordOutcome.Found _ -> found(sample, id, notes);
      case RecordOutcome.Absent _ ->
          DefinitionClaim.no(
              SINGLE,
              "the list shows "
                  + id
                  + ", and asked for by itself there is no such record: correct single's path, or"
                  + " leave single out; a reconcile would take such records for deleted");
      case RecordOutcome.Unknown(var why) -> {
        Answered answered = new Answered(null, why, notes);
        yield answered.passing()
            ? DefinitionClaim.unknown(SINGLE, answered.why())
            : DefinitionClaim.no(SINGLE, answered.why());
      }
    };
  }

  private static DefinitionClaim found(Sample sample, String id, PageNotes notes) {
    if (!sample.resource().readsAlone()) {
      return DefinitionClaim.ok(
          SINGLE, id + " is there by itself, which proves it and never lands");
    }
    if (notes.records().isEmpty()) {
      return DefinitionClaim.no(SINGLE, "no record where single.record says that it stands");
    }
    if (!notes.ids().contains(sample.records().getFirst().id())) {
      return DefinitionClaim.no(
          SINGLE, "asked for " + id + ", got another record; correct single's path or record");
    }
    return notes.first().equals(sample.first().notes().first())
        ? DefinitionClaim.ok(SINGLE, id + " is the record of the list, byte by byte")
        : DefinitionClaim.unknown(
            SINGLE,
            id
                + " has other bytes than in the list: a refresh lands that form, the next run the"
                + " list's");
  }
}
