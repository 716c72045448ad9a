package dev.tidemark.cli.check;

import java.time.Instant;

/** Whether the second page of a selection by time is selected too. */
final class BoundedPageClaim {
  private static final String BOUND = "bound+page";

  private BoundedPageClaim() {}

  static DefinitionClaim of(Instant bound, Answered second) {
    if (!second.delivered()) {
      return second.passing()
          ? DefinitionClaim.unknown(BOUND, second.why())
          : DefinitionClaim.no(BOUND, "the second page of a selection is refused: " + second.why());
    }
    long older =
        second.notes().records().stream()
            .filter(record -> record.watermark() != null && record.watermark().at().isBefore(bound))
            .count();
    return older == 0
        ? DefinitionClaim.ok(BOUND, "the second page of a selection holds nothing older either")
        : DefinitionClaim.no(
            BOUND,
            older
                + " records older than "
                + bound
                + " came on the second page of a selection: the bound is not kept beside the"
                + " cursor; every later run would walk everything");
  }
}
