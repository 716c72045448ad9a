package dev.tidemark.cli.check;

import dev.tidemark.core.watermark.Watermark;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What the records show of the order in which the API walks. */
final class OrderClaim {
  private static final String ORDER = "order";
  private static final Pattern INTEGER = Pattern.compile("\"?\\d{1,40}\"?");

  private OrderClaim() {}

  static DefinitionClaim of(Sample sample, Instant now) {
    return switch (sample.resource().traversal().order()) {
      case WATERMARK_ASCENDING -> ascending(sample, sample.times(now));
      case ID -> byId(sample.records().stream().map(Seen::id).toList());
      case UNORDERED -> DefinitionClaim.ok(ORDER, "none is claimed");
    };
  }

  private static DefinitionClaim ascending(Sample sample, List<Watermark> times) {
    Comparator<Watermark> byTime = Comparator.comparing(Watermark::at);
    for (int i = 1; i < times.size(); i++) {
      if (byTime.compare(times.get(i - 1), times.get(i)) > 0) {
        return DefinitionClaim.no(
            ORDER,
            times.get(i).raw()
                + " came after "
                + times.get(i - 1).raw()
                + (isSorted(times, byTime.reversed()) ? ", newest first" : "")
                + ": ask for the oldest change first with parameters, or declare order: unordered"
                + " and promote: run-start");
      }
    }
    long distinct = times.stream().map(Watermark::at).distinct().count();
    return distinct < 2
        ? DefinitionClaim.unknown(ORDER, "too few different times to show one")
        : DefinitionClaim.ok(
            ORDER,
            "oldest change first"
                + (sample.pages().size() > 1 ? ", over the border of two pages" : ""));
  }

  private static DefinitionClaim byId(List<String> ids) {
    if (ids.size() < 2) {
      return DefinitionClaim.unknown(ORDER, "too few records to show one");
    }
    Comparator<String> byId =
        ids.stream().allMatch(id -> INTEGER.matcher(id).matches())
            ? Comparator.comparing(id -> new BigInteger(id.replace("\"", "")))
            : Comparator.naturalOrder();
    if (isSorted(ids, byId)) {
      return DefinitionClaim.ok(ORDER, "by id");
    }
    return isSorted(ids, byId.reversed())
        ? DefinitionClaim.ok(
            ORDER, "by id, the highest first: what is added is seen by the next run")
        : DefinitionClaim.no(
            ORDER,
            "the ids neither ascend nor descend: declare order: unordered, unless the API promises"
                + " an order that edits do not change");
  }

  private static <T> boolean isSorted(List<T> all, Comparator<T> order) {
    for (int i = 1; i < all.size(); i++) {
      if (order.compare(all.get(i - 1), all.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }
}
