package dev.tidemark.cli.check;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.Bound;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.paging.BoundGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the API makes of a lower bound in the middle of what was seen. */
final class BoundClaim {
  private static final String BOUND = "bound";

  private BoundClaim() {}

  /**
   * The bound to ask for: a time that can be sent as it is, and behind which older ones were seen;
   * null where there is none.
   */
  static @Nullable Instant middle(Sample sample, Filter filter, Instant now) {
    Duration youngest = filter.youngest() == null ? Duration.ZERO : filter.youngest();
    List<Instant> times =
        sample.times(now.minus(youngest)).stream().map(Watermark::at).sorted().distinct().toList();
    List<Instant> exact = times.stream().skip(1).filter(time -> isExact(time, filter)).toList();
    return exact.isEmpty() ? null : exact.get(exact.size() / 2);
  }

  private static boolean isExact(Instant time, Filter filter) {
    if (filter.form().ofAccount()) {
      return false;
    }
    return switch (filter.form().format()) {
      case ISO_8601, EPOCH_MILLIS, EPOCH_MILLIS_TEXT ->
          time.equals(time.truncatedTo(ChronoUnit.MILLIS));
      case ISO_8601_MICROS, EPOCH_MICROS -> time.equals(time.truncatedTo(ChronoUnit.MICROS));
      case ISO_8601_SECONDS,
          ISO_8601_LOCAL,
          ISO_8601_LOCAL_BLANK,
          EPOCH_SECONDS,
          EPOCH_SECONDS_TEXT ->
          time.equals(time.truncatedTo(ChronoUnit.SECONDS));
      case DATE -> time.equals(new BoundGrid(filter.form()).floor(time));
      case EPOCH_NANOS, INTEGER -> true;
    };
  }

  /** No bound can be asked for. */
  static DefinitionClaim unasked(Sample sample, Filter filter, Instant now) {
    long distinct = sample.times(now).stream().map(Watermark::at).distinct().count();
    return DefinitionClaim.unknown(
        BOUND,
        distinct < 2
            ? "too few different times to ask for a bound between them"
            : "no time between those seen can be written exactly in the filter's format, "
                + filter.form().format().name().replace('_', '-').toLowerCase(Locale.ROOT)
                + (isMicros(sample, now)
                    ? ": they have microseconds; declare format: iso-8601-micros if the API takes"
                        + " such bounds"
                    : ": whether a record at the bound is shown was not tried"));
  }

  private static boolean isMicros(Sample sample, Instant now) {
    return sample.times(now).stream()
        .map(Watermark::at)
        .anyMatch(at -> !at.equals(at.truncatedTo(ChronoUnit.MILLIS)));
  }

  static DefinitionClaim of(Sample sample, Filter filter, Instant bound, Answered page) {
    return switch (page.outcome()) {
      case PageOutcome.Delivered _ -> shown(sample, filter, bound, page);
      case PageOutcome.Unasked _, PageOutcome.Throttled _, PageOutcome.Unavailable _ ->
          DefinitionClaim.unknown(BOUND, page.why());
      case PageOutcome.FilterRefused _,
          PageOutcome.Implausible _,
          PageOutcome.CursorRejected _,
          PageOutcome.Refused _ ->
          deaf(filter, "is refused", page.why());
    };
  }

  private static DefinitionClaim shown(Sample sample, Filter filter, Instant bound, Answered page) {
    long older = page.notes().records().stream().filter(record -> isOlder(record, bound)).count();
    if (older > 0) {
      return deaf(
          filter, "is ignored", older + " records older than " + bound + " came nevertheless");
    }
    Set<String> at =
        sample.records().stream()
            .filter(record -> record.watermark() != null && record.watermark().at().equals(bound))
            .map(Seen::id)
            .collect(Collectors.toSet());
    boolean included = page.notes().records().stream().anyMatch(record -> at.contains(record.id()));
    if (included || isFromTheBound(sample, page)) {
      return included == (filter.bound() == Bound.GTE)
          ? DefinitionClaim.ok(
              BOUND, "what is exactly at it is " + (included ? "shown" : "left out"))
          : wrong(included);
    }
    return DefinitionClaim.unknown(
        BOUND, "nothing older came; what is exactly at it was not on the page");
  }

  /** Whether records older than the bound came nevertheless. */
  static boolean isIgnored(Instant bound, Answered page) {
    return page.notes().records().stream().anyMatch(record -> isOlder(record, bound));
  }

  /** Whether a record at the bound would have to stand on the page. */
  private static boolean isFromTheBound(Sample sample, Answered page) {
    return page.next() == null
        || sample.resource().traversal().order()
            == dev.tidemark.core.watermark.Order.WATERMARK_ASCENDING;
  }

  private static DefinitionClaim wrong(boolean included) {
    return DefinitionClaim.no(
        BOUND,
        included
            ? "what is exactly at it is shown: declare bound: gte, which needs no settleLag"
            : "what is exactly at it is left out: declare bound: gt with a settleLag, or find the"
                + " parameter that includes it; else records that share a time are lost");
  }

  private static boolean isOlder(Seen record, Instant bound) {
    return record.watermark() != null && record.watermark().at().isBefore(bound);
  }

  private static DefinitionClaim deaf(Filter filter, String how, String why) {
    String what = filter.from() + " " + how + ": " + why;
    return filter.optional()
        ? DefinitionClaim.ok(BOUND, what + "; the filter is optional: runs walk everything")
        : DefinitionClaim.no(
            BOUND, what + ". Correct the filter's parameter and format, or leave the filter out");
  }
}
