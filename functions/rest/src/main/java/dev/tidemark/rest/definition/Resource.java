package dev.tidemark.rest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One collection of a source: how it is asked for, what its records declare, and what its time can
 * be trusted for.
 */
@Doc("One collection: how it is asked for, and what its records and its time can be trusted for.")
public record Resource(
    @Doc("Path of the list, from the base URL.") String path,
    @Doc("Query parameters sent with every page.") @Default("{}") Map<String, String> parameters,
    @Doc("How large a page may be asked for.") @Nullable PageSize pageSize,
    @Doc("Path of the array of records in the body; empty where the body is the array.")
        MemberPath records,
    @Doc(
            "Path of the id in a record; the id may be text or number. A list of paths where only"
                + " several members together tell two records apart.")
        RecordId id,
    @Doc("How the next page is asked for.") Pagination pagination,
    @Doc("The order in which the API walks; it decides which promotions are safe.") Order order,
    @Doc("The record's own time.") @Nullable TimeField watermark,
    @Doc("By which newer wins.") @Nullable VersionField version,
    @Doc("What becomes the checkpoint when a run completes.") Promotion promote,
    @Doc("How the API selects by time; left out where it does not.") @Nullable Filter filter,
    @Doc("Overlap that the next run reads again.") @Default("5m") Duration lookback,
    @Doc("How young a record may be before its time can be trusted.") @Default("2m")
        Duration settleLag,
    @Doc("A record that says of itself that it is gone.") @Nullable Tombstone deleted,
    @Doc("Members that do not count when two versions of a record are compared.") @Default("[]")
        List<MemberPath> volatileFields,
    @Doc("When a batch is stored: whichever comes first.") @Default("{}") BatchSize batch,
    @Doc("Version of the landed form, part of the keys; a new one publishes everything again.")
        @Default("1")
        int schema,
    @Doc("The method by which the list is asked for.") @Default("get") Method method,
    @Doc("Members of the JSON body sent with every page; with method: post.") @Default("{}")
        Map<String, JsonNode> body,
    @Doc("Query parameters of several values, sent with every page.") @Default("{}")
        Map<String, ValueList> in,
    @Doc("How the API is asked for some members of its records only; left out where it is not.")
        @Nullable Fields fields,
    @Doc("What the API can put into its records besides; left out where there is nothing.")
        @Nullable Include include,
    @Doc("Which of the rate's buckets requests count in; left out for one of its own.")
        @Nullable String bucket,
    @Doc("Name of what the user writes after the resource's name and a dot; the path holds {it}.")
        @Nullable String argument,
    @Doc("How the API is asked for one record; left out where it cannot be.")
        @Nullable Single single,
    @Doc("The resource whose every record has a list of these; the path holds {parent}.")
        @Nullable String parent,
    @Doc("Whether there is one record at records instead of a list.") @Default("false") boolean one,
    @Doc("Whether records are only added, so that one that is not listed any more is not gone.")
        @Default("false")
        boolean appendOnly,
    @Doc(
            "By what an ascending walk asks for its next page: cursor, where the API's cursor names"
                + " a record and no position, or bound, the time last seen, where every record has"
                + " one; left out: bound where the filter allows it, and a second query for records"
                + " without a time where a run walks everything.")
        @Nullable Advance walk,
    @Doc("Where an answer states how many records the whole list has; it is compared.")
        @Nullable Location total,
    @Doc("How long the API keeps what it deleted; a run from an older checkpoint walks everything.")
        @Nullable Duration retains,
    @Doc("Whether an answer without the list's member is an empty page.") @Default("false")
        boolean absentEmpty,
    @Doc(
            "Percent of the parents that may answer 403, 404 or 410 instead of a list; more fail"
                + " the run; 100 where the API answers so for a parent that has none.")
        @Default("20")
        int hidden) {
  /** What stands in the path of a child for its parent's id. */
  static final String PARENT = "parent";

  public Resource {
    if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
      throw new IllegalArgumentException(
          "path: \"" + path + "\" must begin with / and hold no query or fragment");
    }
    if (schema < 1) {
      throw new IllegalArgumentException("schema: " + schema + "; count from 1");
    }
    if (argument != null && parent != null) {
      throw new IllegalArgumentException("give either argument or parent");
    }
    String problem = Arguments.problem(path, parent == null ? argument : PARENT);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    if (hidden < 0 || hidden > 100) {
      throw new IllegalArgumentException("hidden: " + hidden + " is no percentage");
    }
    if (single != null && id.isComposite()) {
      throw new IllegalArgumentException(
          "single: its path has one {id}, and the id is "
              + id
              + " together; leave single out: a reconcile then takes for deleted what its whole"
              + " walk does not show");
    }
    if (one && parent != null && id.isComposite()) {
      throw new IllegalArgumentException(
          "id: the one record of a parent is named by its parent; name one member");
    }
    volatileFields.forEach(member -> member.toMember("volatile:"));
    Safety.check(order, promote, filter, watermark, settleLag);
    Safety.checkChild(parent, order, promote, filter);
    Safety.checkNumber(watermark, promote, lookback);
    PaginationSafety.check(pagination, order, promote, filter, pageSize);
    PaginationSafety.checkWalk(walk, pagination, order, promote, filter);
  }

  /** By what a walk asks for its next page. */
  public Advance advance() {
    if (walk != null) {
      return walk;
    }
    return promote == Promotion.MAX_SEEN
            && PaginationSafety.cannotBeBound(pagination, order, promote, filter) == null
        ? Advance.BOUND
        : Advance.CURSOR;
  }

  /** Why a walk over everything proves nothing about what it does not show; null if it does. */
  public @Nullable String cannotReconcile() {
    if (appendOnly) {
      return "its records are only ever added, so that none that is not listed any more is gone";
    }
    boolean counted =
        pagination instanceof Pagination.PageNumber || pagination instanceof Pagination.Offset;
    return single == null && (counted || moves())
        ? "rows move between its pages, and the API cannot be asked for one record"
        : null;
  }

  /**
   * Whether rows may move behind the cursor of a walk. A step in time is a query of its own, as is
   * each page of a walk by its bound, and a cursor that is kept for the next run is a point in
   * time.
   */
  public boolean moves() {
    return order == Order.WATERMARK_ASCENDING
        && filter != null
        && promote != Promotion.CURSOR
        && advance() != Advance.BOUND
        && !(pagination instanceof Pagination.TimeStep);
  }

  /** The children of the parent whose id is {@code id}. */
  public Resource ofParent(String id) {
    return at(Arguments.segment(path, PARENT, id));
  }

  /** One record of this resource as a list of its own. */
  public @Nullable Resource ofOne(String id) {
    if (single == null) {
      return null;
    }
    return new Resource(
        Arguments.segment(single.path(), Single.ID, id),
        Map.of(),
        null,
        single.record(),
        this.id,
        new Pagination.None(),
        Order.UNORDERED,
        watermark,
        version,
        Promotion.RUN_START,
        null,
        lookback,
        settleLag,
        deleted,
        volatileFields,
        batch,
        schema,
        Method.GET,
        Map.of(),
        Map.of(),
        fields,
        include,
        null,
        null,
        null,
        null,
        true,
        appendOnly,
        null,
        null,
        null,
        false,
        hidden);
  }

  /** The same resource for one of the user's own names. */
  Resource at(String filled, @Nullable Single filledSingle) {
    return new Resource(
        filled,
        parameters,
        pageSize,
        records,
        id,
        pagination,
        order,
        watermark,
        version,
        promote,
        filter,
        lookback,
        settleLag,
        deleted,
        volatileFields,
        batch,
        schema,
        method,
        body,
        in,
        fields,
        include,
        bucket,
        null,
        filledSingle,
        null,
        one,
        appendOnly,
        walk,
        total,
        retains,
        absentEmpty,
        hidden);
  }

  private Resource at(String filled) {
    return at(filled, single);
  }
}
