package dev.tidemark.certify;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Advance;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import java.util.Map;

/**
 * A resource that is certified.
 *
 * @param name as in keys and events
 * @param scale how much is tried
 * @param assumed how the API really behaves
 */
record Subject(Definition definition, String name, Scale scale, Assumptions assumed) {
  /** A few records on a page, so that there are some pages. */
  private static final int PAGES = 3;

  /** Fewer could not hold what is changed at one time. */
  private static final int LEAST = 3;

  Resource resource() {
    return definition.resource(name);
  }

  /** Records on a page. */
  int pageSize() {
    int most =
        definition.resources().values().stream()
            .mapToInt(Subject::largest)
            .min()
            .orElse(Integer.MAX_VALUE);
    int wanted = Math.max(LEAST, (scale.records() + PAGES - 1) / PAGES);
    return Math.min(most, wanted);
  }

  /** What a user would set for it. */
  Map<String, String> settings() {
    return scale.records() == 0
        ? Map.of("rate", "off")
        : Map.of("rate", "off", "pageSize", Integer.toString(pageSize()));
  }

  private static int largest(Resource resource) {
    PageSize size = resource.request().pageSize();
    return size == null ? Integer.MAX_VALUE : size.max();
  }

  boolean child() {
    return resource().kin().parent() != null;
  }

  /** Whether records have a time that a clock gives. */
  boolean timed() {
    TimeField watermark = resource().members().watermark();
    return watermark != null && watermark.format() != TimeFormat.INTEGER;
  }

  /** The member that holds the time. */
  String watermark() {
    TimeField watermark = resource().members().watermark();
    return watermark == null ? "" : watermark.field().toString();
  }

  /**
   * Whether a cursor may be a position for all that the definition says: an ascending walk whose
   * {@code walk} is not declared to be by a cursor that names a record.
   */
  boolean positional() {
    Resource resource = resource();
    boolean opaque =
        switch (resource.traversal().pagination()) {
          case Pagination.Cursor _, Pagination.NextUrl _, Pagination.LinkHeader _ -> true;
          case Pagination.LastRecord _,
              Pagination.PageNumber _,
              Pagination.Offset _,
              Pagination.TimeStep _,
              Pagination.None _ ->
              false;
        };
    return opaque
        && resource.traversal().order() == Order.WATERMARK_ASCENDING
        && resource.traversal().promote() != Promotion.CURSOR
        && resource.traversal().walk() != Advance.CURSOR;
  }

  /** Whether it is asked for by windows of time. */
  boolean windowed() {
    Filter filter = resource().traversal().filter();
    return filter != null && filter.windows().limited();
  }

  /** Whether its pages are counted in windows, which is right only where nothing is edited. */
  boolean onlyAdded() {
    return windowed() && counted();
  }

  /** Whether the next page is asked for by counting. */
  boolean counted() {
    return resource().traversal().pagination() instanceof Pagination.PageNumber
        || resource().traversal().pagination() instanceof Pagination.Offset;
  }

  /** Whether an incremental run asks for less than everything. */
  boolean selects() {
    return resource().traversal().filter() != null;
  }
}
