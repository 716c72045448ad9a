package dev.tidemark.testkit.traversal;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.traversal.ResourcePlan;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A run of several legs' worth of port calls, to be broken at each of them. */
enum Situation {
  /** The first run of an ascending walk. */
  FIRST_RUN {
    @Override
    Scene prepare() {
      return new Scene(Shape.ascending(2), Plans.ascending()).with(7);
    }
  },
  /** A walk by id. */
  BY_ID {
    @Override
    Scene prepare() {
      return new Scene(Shape.byId(2), Plans.byId()).with(7);
    }
  },
  /** A walk that ends with a closing query, and with a value that cannot be a record. */
  CLOSING {
    @Override
    Scene prepare() {
      Scene scene = new Scene(Shape.ascending(2).withRowCursors(), Plans.closing()).with(7);
      scene.api.addOdd(100, Scene.NOON.minusSeconds(3500));
      return scene;
    }
  },
  /** A cursor is refused in the middle, so that the run gives way to another. */
  CURSOR_LOST {
    @Override
    Scene prepare() {
      Scene scene = new Scene(Shape.ascending(2), Plans.ascending()).with(7);
      scene.api.failing(3, new ApiFault.CursorRejected());
      return scene;
    }
  },
  /** A second run, half of which is known: whole pages bring nothing to store. */
  SECOND_RUN {
    @Override
    Scene prepare() {
      ResourcePlan plan = Plans.batching(Plans.byId(), 3);
      Scene scene = new Scene(Shape.byId(2), plan);
      for (int id = 1; id <= 8; id++) {
        scene.api.add(id, Scene.NOON.minusSeconds(100 + id));
      }
      scene.leg(Trigger.SCHEDULE);
      scene.clock.advance(Duration.ofSeconds(30));
      scene.api.edit(7);
      return scene.planned(Plans.byId());
    }
  },
  /** A walk over everything that finds an edit and two that vanished. */
  RECONCILE {
    @Override
    Scene prepare() {
      Scene scene = new Scene(Shape.byId(2), Plans.batching(Plans.byId(), 3)).with(8);
      scene.leg(Trigger.SCHEDULE);
      scene.clock.advance(Duration.ofHours(1));
      scene.api.rewrite(2);
      scene.api.remove(3);
      scene.api.remove(8);
      return scene
          .planned(Plans.beside(Plans.byId(), ResourceKey.RECONCILE))
          .asking(RunRequest.of(Mode.RECONCILE));
    }
  },
  /** Single records, one of which is not there. */
  REFRESH {
    @Override
    Scene prepare() {
      return new Scene(Shape.byId(2), Plans.beside(Plans.byId(), "refresh"))
          .with(3)
          .asking(RunRequest.refresh(List.of("1", "9", "2", "3")));
    }
  },
  /** A backfill between two bounds, beside the resource's own runs. */
  RANGE {
    @Override
    Scene prepare() {
      Scene scene = new Scene(Shape.ascending(2), Plans.ascending());
      scene.leg(Trigger.SCHEDULE);
      Instant from = Scene.NOON.minusSeconds(3600);
      return scene
          .with(7)
          .planned(Plans.beside(Plans.ascending(), "range-1"))
          .asking(new RunRequest(Mode.BACKFILL, from, Scene.NOON, null, List.of()));
    }
  };

  abstract Scene prepare();
}
