package dev.tidemark.testkit.history;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import java.time.Instant;
import java.util.List;

/**
 * Legs of incremental runs, of backfills by range and of reconciles, one after the other in any
 * order, over a collection that changes between any two calls.
 */
final class Interleaving implements Story {
  private final Setting setting;
  private final Driver own;
  private final Driver range;
  private final Driver reconcile;

  Interleaving(Policy policy, long seed) {
    this.setting = new Setting(policy, seed);
    this.own = setting.own();
    this.range = setting.beside("range-1");
    this.reconcile = setting.beside(ResourceKey.RECONCILE);
  }

  @Override
  public List<String> journal() {
    return setting.journal;
  }

  @Override
  public void happen() {
    setting.begin();
    for (int steps = 5 + setting.random.nextInt(20); steps > 0; steps--) {
      setting.beforeALeg();
      switch (setting.random.nextInt(3)) {
        case 0 -> own.leg(Setting.INCREMENTAL);
        case 1 -> range.leg(anyRange());
        default -> reconcile.leg(Setting.RECONCILE);
      }
      setting.afterALeg();
    }
    setting.end();
    finish(range, anyRange());
    finish(reconcile, Setting.RECONCILE);
    finish(own, Setting.INCREMENTAL);
    setting.settle();
    own.complete(Setting.INCREMENTAL);
    reconcile.complete(Setting.RECONCILE);
    Promises promises = new Promises(setting.scene, setting.collected);
    promises.allIsPublished();
    promises.nothingIsDeletedThatNeverWent();
  }

  private static void finish(Driver driver, RunRequest request) {
    if (!driver.idle()) {
      driver.complete(request);
    }
  }

  private RunRequest anyRange() {
    Instant now = setting.scene.clock.instant();
    Instant from = now.minusSeconds(setting.random.nextInt(8000));
    Instant until = from.plusSeconds(60 + setting.random.nextInt(8000));
    boolean open = setting.random.nextInt(4) == 0;
    return new RunRequest(Mode.BACKFILL, from, open ? null : until, null, List.of());
  }
}
