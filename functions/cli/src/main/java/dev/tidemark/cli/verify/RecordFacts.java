package dev.tidemark.cli.verify;

import dev.tidemark.core.fingerprint.Fingerprinter;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.lake.LineFacts;
import dev.tidemark.rest.record.LineRecall;
import java.util.Set;

/** Reads of a published line what a run would compare: as its definition and its index do. */
public final class RecordFacts implements LineFacts {
  private final LineRecall recall;
  private final Set<String> alone;
  private final Fingerprinter fingerprinter = new Fingerprinter();

  /**
   * @param alone the runs that may have read records alone
   */
  public RecordFacts(LineRecall recall, Set<String> alone) {
    this.recall = recall;
    this.alone = Set.copyOf(alone);
  }

  @Override
  public LineFact of(byte[] line) {
    LandedLine landed = LandedLine.parse(line);
    LineFact[] fact = new LineFact[1];
    recall.show(landed, LandedLine.record(line), record -> fact[0] = of(record, landed));
    if (fact[0] == null) {
      throw new IllegalArgumentException("a published record has no id: " + landed.record());
    }
    return fact[0];
  }

  private LineFact of(RawRecord record, LandedLine landed) {
    Watermark watermark = record.watermark();
    return new LineFact(
        record.slice().printed(fingerprinter, record.identity(), landed.deleted()),
        watermark == null ? null : watermark.at(),
        alone.contains(landed.run()));
  }
}
