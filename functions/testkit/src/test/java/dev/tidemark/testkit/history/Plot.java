package dev.tidemark.testkit.history;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.memory.RowReading;
import dev.tidemark.testkit.history.Beat.Change;
import dev.tidemark.testkit.history.Beat.Fate;
import dev.tidemark.testkit.history.Beat.Leg;
import dev.tidemark.testkit.history.Beat.Part;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A few records that come and go among the legs of runs beside each other, in a given order. */
final class Plot implements Story {
  private static final long ANCHOR = 500;
  private static final Instant OLD = Scene.NOON.minusSeconds(4000);

  private final List<String> journal = new ArrayList<>();
  private final Scene scene;
  private final List<Beat> beats;
  private final Driver own;
  private final Driver range;
  private final Driver reconcile;
  private final Set<Long> removed = new HashSet<>();
  private boolean looked;

  /** The plot over records of which some are there and published when it begins. */
  Plot(Map<Long, Fate> fates, List<Beat> beats) {
    ResourcePlan plan = Plans.byId();
    this.beats = beats;
    this.scene = new Scene(ApiShape.byId(1), plan);
    this.own = new Driver(scene, plan, journal);
    this.range = new Driver(scene, Plans.beside(plan, "range-1"), journal);
    this.reconcile = new Driver(scene, Plans.beside(plan, ResourceKey.RECONCILE), journal);
    this.looked = beats.stream().filter(new Leg(Part.RECONCILE)::equals).count() < 2;
    scene.api.add(ANCHOR, OLD);
    fates.forEach((id, fate) -> {
      if (fate == Fate.THERE) {
        scene.api.add(id, OLD);
      }
    });
  }

  @Override
  public List<String> journal() {
    return journal;
  }

  @Override
  public void happen() {
    own.complete(Setting.INCREMENTAL);
    for (Beat beat : beats) {
      scene.clock.advance(Duration.ofSeconds(20));
      switch (beat) {
        case Leg(Part part) -> leg(part);
        case Change(long id, Kind kind) -> change(id, kind);
      }
    }
    scene.clock.advance(Duration.ofHours(3));
    scene.inLegsOf(Duration.ofMinutes(10));
    finish(range, between());
    finish(reconcile, Setting.RECONCILE);
    finish(own, Setting.INCREMENTAL);
    own.complete(Setting.INCREMENTAL);
    reconcile.complete(Setting.RECONCILE);
    if (!scene.published().newest().equals(scene.api.truth())) {
      throw new Violation(scene.published().newest() + " is published of " + scene.api.truth());
    }
    for (LandedLine line : scene.published().lines()) {
      if (line.deleted() && !removed.contains(Long.parseLong(RowReading.ROWS.identity(line)))) {
        throw new Violation("deleted and never gone: " + line);
      }
    }
  }

  private void leg(Part part) {
    scene.inLegsOf(Duration.ofMinutes(10));
    switch (part) {
      case OWN -> own.leg(Setting.INCREMENTAL);
      case RANGE -> range.leg(between());
      case RECONCILE -> {
        scene.inLegsOf(looked ? Duration.ofMinutes(10) : Duration.ZERO);
        looked = true;
        reconcile.leg(Setting.RECONCILE);
      }
    }
  }

  private void change(long id, Kind kind) {
    journal.add(scene.clock.instant() + " " + kind + " " + id);
    switch (kind) {
      case INSERT -> scene.api.add(id, scene.clock.instant());
      case EDIT -> scene.api.edit(id);
      case REWRITE -> scene.api.rewrite(id);
      case DELETE -> {
        scene.api.remove(id);
        removed.add(id);
      }
      case RETURN -> {
        scene.api.restore(id);
        scene.api.edit(id);
      }
      case RETURN_UNCHANGED -> scene.api.restore(id);
      case TIE,
          LATE_TIE,
          LATE_INSERT,
          FUTURE,
          UNDATED,
          LATE_EDIT,
          CORRECT,
          BACK,
          TIMELESS,
          RETURN_BACK ->
          throw new IllegalArgumentException("no part of a plot: " + kind);
    }
  }

  private static void finish(Driver driver, RunRequest request) {
    if (!driver.idle()) {
      driver.complete(request);
    }
  }

  private static RunRequest between() {
    Instant until = Scene.NOON.plus(Duration.ofDays(1));
    return new RunRequest(Mode.BACKFILL, OLD.minusSeconds(60), until, null, List.of());
  }
}
