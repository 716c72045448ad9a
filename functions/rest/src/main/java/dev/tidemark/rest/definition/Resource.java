package dev.tidemark.rest.definition;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One collection of a source: how it is asked for, what its records declare, and what its time can
 * be trusted for.
 */
@Doc("One collection: how it is asked for, and what its records and its time can be trusted for.")
@KeyOrder({
  "path",
  "parameters",
  "pageSize",
  "records",
  "id",
  "pagination",
  "order",
  "watermark",
  "version",
  "promote",
  "filter",
  "lookback",
  "settleLag",
  "deleted",
  "volatile",
  "shuffled",
  "columns",
  "batch",
  "schema",
  "method",
  "body",
  "bodyForm",
  "in",
  "fields",
  "include",
  "bucket",
  "argument",
  "single",
  "parent",
  "parentId",
  "one",
  "appendOnly",
  "walk",
  "total",
  "retains",
  "absentEmpty",
  "hidden"
})
public record Resource(
    @Flat ListRequest request,
    @Flat ListAnswer answer,
    @Flat RecordMembers members,
    @Flat ListTraversal traversal,
    @Flat LandedAs landed,
    @Doc("Which of the rate's buckets requests count in; left out for one of its own.")
        @Nullable String bucket,
    @Flat Kinship kin,
    @Doc("How the API is asked for one record; left out where it cannot be.")
        @Nullable Single single) {
  /** What stands in the path of a child for its parent's id. */
  static final String PARENT = "parent";

  public Resource {
    String path = request.path();
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    if (landed.schema() < 1) {
      throw new IllegalArgumentException("schema: " + landed.schema() + "; count from 1");
    }
    if (kin.argument() != null && kin.parent() != null) {
      throw new IllegalArgumentException("give either argument or parent");
    }
    String problem =
        kin.parent() == null ? Arguments.problem(path, kin.argument()) : kin.parentProblem(request);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    if (kin.hidden() < 0 || kin.hidden() > 100) {
      throw new IllegalArgumentException("hidden: " + kin.hidden() + " is no percentage");
    }
    RecordId id = members.id();
    if (single != null && id.isComposite()) {
      throw new IllegalArgumentException(
          "single: its path has one {id}, and the id is "
              + id
              + " together; leave single out: a reconcile then takes for deleted what its whole"
              + " walk does not show");
    }
    if (answer.one() && kin.parent() != null && id.isComposite()) {
      throw new IllegalArgumentException(
          "id: the one record of a parent is named by its parent; name one member");
    }
    members.volatileFields().forEach(member -> member.toMember("volatile:"));
    members.declared();
    Order order = traversal.order();
    Promotion promote = traversal.promote();
    Filter filter = traversal.filter();
    TimeField watermark = members.watermark();
    Safety.check(order, promote, filter, watermark, traversal.settleLag());
    Safety.checkChild(kin.parent(), order, promote, filter);
    Safety.checkNumber(watermark, promote, traversal.lookback());
    String unread = Records.problem(answer, traversal.pagination());
    if (unread != null) {
      throw new IllegalArgumentException(unread);
    }
    PaginationSafety.check(
        traversal.pagination(), order, promote, filter, request.pageSize(), members.appendOnly());
    if (answer.total() != null && filter != null && filter.windows().limited()) {
      throw new IllegalArgumentException(
          "total with filter.window: an answer counts what is in its window, and no window is the"
              + " whole list; leave total out");
    }
    PaginationSafety.checkWalk(traversal.walk(), traversal.pagination(), order, promote, filter);
  }

  /** Why a walk over everything proves nothing about what it does not show; null if it does. */
  public @Nullable String cannotReconcile() {
    if (members.appendOnly()) {
      return "its records are only ever added, so that none that is not listed any more is gone";
    }
    boolean counted =
        traversal.pagination() instanceof Pagination.PageNumber
            || traversal.pagination() instanceof Pagination.Offset;
    if (single == null && (counted || traversal.moves())) {
      return "rows move between its pages, and the API cannot be asked for one record";
    }
    boolean windows = traversal.filter() != null && traversal.filter().windows().limited();
    return single == null && windows
        ? "an edit takes a row out of the window that is walked and behind the last one, and the"
            + " API cannot be asked for one record"
        : null;
  }

  /**
   * Why a walk over everything cannot be cut into slices of record time; null if it can. A bound
   * leaves out what has no time, and one that is no time of a second cannot be cut between.
   */
  public @Nullable String cannotSlice() {
    Filter filter = traversal.filter();
    TimeField watermark = members.watermark();
    if (filter == null || watermark == null || traversal.walk() != Advance.BOUND) {
      String bound =
          PaginationSafety.cannotBeBound(
              traversal.pagination(), traversal.order(), traversal.promote(), filter);
      return bound == null
          ? "nothing says that each record has a time, and a slice shows none without; if each has"
              + " one, write walk: bound"
          : "walk: bound " + bound;
    }
    if (filter.until() == null) {
      return "its filter has no until, so that a slice could not end where the next begins";
    }
    boolean seconds =
        Stream.of(watermark.format(), filter.form().format())
            .noneMatch(format -> format == TimeFormat.DATE || format == TimeFormat.INTEGER);
    return seconds ? null : "its bounds are no times in seconds";
  }

  /** The children of the parent whose id is {@code id}. */
  public Resource ofParent(String id) {
    return at(request.ofParent(id), single);
  }

  /** Whether a record that is asked for alone can land. */
  public boolean readsAlone() {
    return single != null && !single.proves();
  }

  /** One record of this resource as a list of its own. */
  public @Nullable Resource ofOne(String id) {
    return single == null
        ? null
        : new Resource(
            request.forOne(Arguments.segment(single.path(), Single.ID, id)),
            ListAnswer.ofOne(single.record()),
            single.proves() ? members.proving(single.id()) : members,
            traversal.ofOne(),
            landed,
            null,
            kin.none(),
            null);
  }

  /** The same resource for one of the user's own names. */
  Resource at(String filled, @Nullable Single filledSingle) {
    return at(request.at(filled), filledSingle);
  }

  private Resource at(ListRequest filled, @Nullable Single filledSingle) {
    return new Resource(
        filled, answer, members, traversal, landed, bucket, kin.none(), filledSingle);
  }
}
