package dev.tidemark.testkit.traversal;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** A run of several legs' worth of port calls, to be broken at each of them. */
enum Situation {
  /** The first run of an ascending walk. */
  FIRST_RUN(() -> ascending().with(7)),
  /** A walk by id. */
  BY_ID(() -> byId().with(7)),
  /** Several pages in a batch. */
  PAGES_PER_BATCH(() -> ascending(3).with(11)),
  /** A walk that ends with a closing query, and with a value that cannot be a record. */
  CLOSING(() -> {
    Scene scene = rows(Plans.closing()).with(7);
    scene.api.addOdd(100, Scene.NOON.minusSeconds(3500));
    return scene;
  }),
  /** The list moves under the walk, so that the closing query has something to find. */
  CLOSING_OVER_A_JUMP(() -> {
    Scene scene = rows(Plans.closing()).with(7);
    scene.api.before(2, () -> scene.api.edit(2));
    return scene;
  }),
  /** Cursors that name rows, over a list that stands still. */
  ROW_CURSORS(() -> new Scene(ApiShape.byId(2).withRowCursors(), Plans.byId()).with(7)),
  /** A cursor is a list of parents that are still to do, and some have nothing. */
  CHILDREN(() -> {
    Scene scene = byId();
    return scene.readingBy(new Children(scene.api, 4));
  }),
  /** An ascending walk from where the last one ended. */
  ASCENDING_AGAIN(() -> {
    Scene scene = landed(ascending(2).with(7));
    scene.api.edit(2);
    scene.api.edit(5);
    scene.api.add(50, scene.clock.instant());
    return scene;
  }),
  /** A second run, half of which is known: whole pages bring nothing to store. */
  SECOND_RUN(() -> {
    Scene scene = new Scene(ApiShape.byId(2), Plans.batching(Plans.byId(), 3));
    scene.api.addAll(8, Scene.NOON.minusSeconds(108));
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofSeconds(30));
    scene.api.edit(7);
    return scene.planned(Plans.byId());
  }),
  /** From the API's own bookmark, in order. */
  BOOKMARK(() -> fourEdits(landed(bookmarked().with(7)))),
  /** From the API's own bookmark, in no order. */
  BOOKMARK_OF_CHANGES(() -> fourEdits(landed(changes().with(7)))),
  /** The bookmark is gone. */
  BOOKMARK_LOST(() -> {
    Scene scene = fourEdits(landed(changes().with(7)));
    scene.api.expireCursors();
    return scene;
  }),
  /** Every run walks everything and publishes the difference. */
  UNFILTERED(() -> {
    ResourcePlan plan = Plans.batching(Plans.unfiltered(Plans.byId()), 2);
    Scene scene = landed(new Scene(ApiShape.byId(2), plan).with(9));
    scene.api.rewrite(4);
    scene.api.add(50, scene.clock.instant());
    return scene;
  }),
  /** A run that finds nothing new. */
  NOTHING_NEW(() -> landed(byId().with(5))),
  /** The API holds nothing at all. */
  NOTHING_AT_ALL(Situation::byId),
  /** Records without a time and from the future. */
  ODD_TIMES(() -> {
    Scene scene = ascending().with(5);
    scene.api.addUndated(50);
    scene.api.add(60, Scene.NOON.plus(Duration.ofDays(9)));
    return scene;
  }),
  /** Whole pages of what cannot be a record. */
  REJECTS(() -> {
    Scene scene = byId().with(5);
    for (int id = 100; id < 105; id++) {
      scene.api.addOdd(id, Scene.NOON.minusSeconds(id));
    }
    return scene;
  }),
  /**
   * A cursor is refused in the middle, so that the run gives way to another that keeps its batches.
   */
  CURSOR_LOST(() -> failing(ascending().with(7), 3, new ApiFault.CursorRejected())),
  /** It is refused again, so that batches are inherited twice. */
  INHERITED_TWICE(() ->
      failing(
          failing(ascending().with(9), 3, new ApiFault.CursorRejected()),
          6,
          new ApiFault.CursorRejected())),
  /** A walk by id begins anew, and nothing lists what it had. */
  BEGUN_ANEW(() -> failing(byId().with(7), 3, new ApiFault.CursorRejected())),
  /** The definition's query has changed under a run. */
  QUERY_CHANGED(() -> {
    Scene scene = ascending().with(7).inLegsOf(Duration.ZERO);
    scene.leg(Trigger.SCHEDULE);
    return scene
        .inLegsOf(Duration.ofMinutes(10))
        .planned(Plans.querying(Plans.ascending(), "another query"));
  }),
  /** The API refuses to select by time. */
  FILTER_REFUSED(() -> {
    Scene scene = landed(byId().with(5));
    scene.api.edit(2);
    scene.api.edit(4);
    return failing(scene, scene.api.served().size() + 1, new ApiFault.FilterRefused());
  }),
  /** The API wants to be left alone for longer than a leg waits. */
  WAITING(() -> failing(ascending().with(7), 3, new ApiFault.Throttled(Duration.ofMinutes(40)))),
  /** The API wants to be left alone for a moment, is down for another, and breaks a page off. */
  TROUBLED(() ->
      failing(
          failing(
              failing(byId().with(7), 2, new ApiFault.Throttled(Duration.ofSeconds(20))),
              4,
              new ApiFault.Unavailable()),
          6,
          new ApiFault.Truncated(1))),
  /** A refusal fails the run, and the schedule takes it up. */
  FAILED(() -> failing(ascending().with(7), 3, new ApiFault.Refused())),
  /** Each leg has time for one page. */
  HANDED_OVER(() -> byId().with(6).inLegsOf(Duration.ZERO)),
  /** A walk over everything that finds an edit and two that vanished, each asked for. */
  RECONCILE(() -> reconcile(Plans.byId())),
  /** The same where one cannot be asked for. */
  RECONCILE_BY_LIST(() -> {
    Scene scene = reconcile(Plans.batching(Plans.byId(), 2));
    scene.api.listsOnly();
    return scene;
  }),
  /** One that the list does not show is there when it is asked for. */
  RECONCILE_OF_THE_HIDDEN(() -> {
    Scene scene = reconcile(Plans.byId());
    scene.api.hide(5);
    return scene;
  }),
  /** Two children that vanished from long lists, and a parent that is gone with all of its own. */
  RECONCILE_OF_CHILDREN(() -> {
    Scene scene = byId(Plans.unfiltered(Plans.byId()));
    Kin kin = new Kin(scene.api, 4, 5);
    landed(scene.readingBy(kin));
    scene.api.remove(22);
    scene.api.remove(35);
    kin.remove(4);
    return scene
        .planned(Plans.beside(scene.plan(), ResourceKey.RECONCILE))
        .asking(RunRequest.of(Mode.RECONCILE));
  }),
  /** Single records, one of which is not there. */
  REFRESH(() ->
      byId(Plans.beside(Plans.byId(), "refresh"))
          .with(3)
          .asking(RunRequest.refresh(List.of("1", "9", "2", "3")))),
  /** A backfill between two bounds, beside the resource's own runs. */
  RANGE(() -> {
    Scene scene = ascending();
    scene.leg(Trigger.SCHEDULE);
    Instant from = Scene.NOON.minusSeconds(3600);
    return scene
        .with(7)
        .planned(Plans.beside(Plans.ascending(), "range-1"))
        .asking(new RunRequest(Mode.BACKFILL, from, Scene.NOON, null, List.of()));
  }),
  /** A few records to look at, beside the resource's own runs. */
  TRIAL(() ->
      landed(byId().with(7))
          .planned(Plans.beside(Plans.byId(), ResourceKey.TRIAL))
          .asking(new RunRequest(Mode.INCREMENTAL, null, null, 3L, List.of())));

  // The suppliers hold nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Supplier<Scene> preparation;

  Situation(Supplier<Scene> preparation) {
    this.preparation = preparation;
  }

  Scene prepare() {
    return preparation.get();
  }

  private static Scene ascending() {
    return ascending(1);
  }

  private static Scene ascending(int pages) {
    return new Scene(ApiShape.ascending(2), Plans.batching(Plans.ascending(), pages));
  }

  private static Scene byId() {
    return byId(Plans.byId());
  }

  private static Scene byId(ResourcePlan plan) {
    return new Scene(ApiShape.byId(2), plan);
  }

  private static Scene rows(ResourcePlan plan) {
    return new Scene(ApiShape.ascending(2).withRowCursors(), plan);
  }

  private static Scene bookmarked() {
    return new Scene(ApiShape.ascending(2).withBookmarks(), Plans.bookmarked());
  }

  private static Scene changes() {
    return new Scene(ApiShape.byChange(2), Plans.unordered());
  }

  /** An hour after a first run. */
  private static Scene landed(Scene scene) {
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofHours(1));
    return scene;
  }

  private static Scene fourEdits(Scene scene) {
    List.of(1, 3, 5, 6).forEach(id -> scene.api.edit(id));
    return scene;
  }

  private static Scene failing(Scene scene, int call, ApiFault fault) {
    scene.api.failing(call, fault);
    return scene;
  }

  private static Scene reconcile(ResourcePlan plan) {
    Scene scene = landed(byId(Plans.batching(Plans.byId(), 3)).with(8));
    scene.api.rewrite(2);
    scene.api.remove(3);
    scene.api.remove(8);
    return scene
        .planned(Plans.beside(plan, ResourceKey.RECONCILE))
        .asking(RunRequest.of(Mode.RECONCILE));
  }
}
