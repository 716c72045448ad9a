package dev.tidemark.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The pages that were seen of a resource.
 *
 * @param asked records asked for in a page; 0 where the number cannot be chosen
 * @param pages in their order; at least one
 */
record Sample(Resource resource, int asked, List<Answered> pages) {
  Sample {
    pages = List.copyOf(pages);
  }

  /** Whether the last page holds exactly as many records as were asked for. */
  boolean endsFull() {
    return asked > 0 && pages.getLast().notes().records().size() == asked;
  }

  Answered first() {
    return pages.getFirst();
  }

  /** The records of all pages, as they came. */
  List<Seen> records() {
    return pages.stream().flatMap(page -> page.notes().records().stream()).toList();
  }

  /** The records as trees, in the order of {@link #records}. */
  List<JsonNode> trees() {
    return pages.stream().flatMap(page -> page.notes().trees().stream()).toList();
  }

  /** The records of all pages without those that came once before, as they came. */
  List<Seen> firstSeen() {
    return records().stream().distinct().toList();
  }

  /** The times of the records, each once, that are not later than {@code latest}, as they came. */
  List<Watermark> times(Instant latest) {
    return firstSeen().stream()
        .map(Seen::watermark)
        .filter(Objects::nonNull)
        .filter(time -> !time.at().isAfter(latest))
        .toList();
  }
}
