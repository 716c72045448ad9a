package dev.tidemark.testkit.history;

import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.source.FakeApi;
import dev.tidemark.testkit.traversal.Plans;
import java.time.Duration;
import java.util.stream.Stream;

/** The ways of landing that are safe, with what each owes. */
final class Policies {
  private static final Source BY_ID = Source.of(ApiShape::byId);

  private Policies() {}

  /**
   * The same where the API cannot be asked for one record, but for lists that do not show all that
   * is there: those that move under the walk, and those that hide what has not settled.
   */
  static Stream<Policy> listsOnly() {
    return safe()
        .filter(policy -> !policy.plan().closingQuery() && !policy.name().contains("settled"))
        .map(policy ->
            new Policy(
                policy.name() + ", lists only",
                policy.source().with(FakeApi::listsOnly),
                policy.plan(),
                policy.sight()));
  }

  /** Each with what its incremental runs owe. */
  static Stream<Policy> safe() {
    return Stream.of(
        new Policy(
            "ascending, max-seen",
            Source.of(ApiShape::ascending),
            Plans.ascending(),
            Sight.BY_TIME),
        new Policy(
            "ascending, max-seen, row cursors, closing query",
            Source.of(size -> ApiShape.ascending(size).withRowCursors()),
            Plans.closing(),
            Sight.BY_TIME),
        new Policy("by id, run-start", BY_ID, Plans.byId(), Sight.BY_TIME),
        new Policy(
            "by id, run-start, row cursors",
            Source.of(size -> ApiShape.byId(size).withRowCursors()),
            Plans.byId(),
            Sight.BY_TIME),
        new Policy(
            "by id, run-start, unfiltered",
            BY_ID,
            Plans.unfiltered(Plans.byId()),
            Sight.ALL_BUT_DELETES),
        new Policy(
            "ascending, bookmark, shown when settled",
            Source.of(size -> ApiShape.ascending(size).withBookmarks())
                .with(api -> api.showsAfter(Duration.ofMinutes(2))),
            Plans.bookmarked(),
            Sight.BY_TIME.without(Kind.FUTURE)),
        new Policy(
            "unordered, bookmark of changes",
            Source.of(ApiShape::byChange).keepingCursors(),
            Plans.unordered(),
            Sight.EACH_CHANGE_ONCE),
        // While its cursor holds it shows each change once, as the one before does.
        new Policy(
            "unordered, bookmark of changes that is lost",
            Source.of(ApiShape::byChange),
            Plans.unordered(),
            Sight.BY_TIME.notOwing(Kind.CORRECT)));
  }
}
