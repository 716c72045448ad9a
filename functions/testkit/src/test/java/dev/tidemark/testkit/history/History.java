package dev.tidemark.testkit.history;

import dev.tidemark.core.run.ResourceKey;
import java.util.List;

/**
 * One history: runs one after the other over a collection that changes between any two calls, then
 * quiet, then what was promised. Legs are not killed here: a leg reads ahead in a thread of its
 * own, so that what a killed one had read would not follow from the seed.
 */
final class History implements Story {
  private final Setting setting;

  History(Policy policy, long seed) {
    this.setting = new Setting(policy, seed);
  }

  @Override
  public List<String> journal() {
    return setting.journal;
  }

  @Override
  public void happen() {
    Driver own = setting.own();
    Driver reconcile = setting.beside(ResourceKey.RECONCILE);
    setting.begin();
    for (int steps = 2 + setting.random.nextInt(8); steps > 0; steps--) {
      setting.beforeALeg();
      if (own.idle() && setting.random.nextInt(6) == 0) {
        reconcile.complete(Setting.RECONCILE);
      } else {
        own.leg(Setting.INCREMENTAL);
      }
      setting.afterALeg();
    }
    setting.end();
    setting.untilQuiet(own);
    Promises promises = new Promises(setting.scene, setting.collected);
    promises.owedIsPublished();
    reconcile.complete(Setting.RECONCILE);
    promises.allIsPublished();
    promises.nothingIsDeletedThatNeverWent();
    promises.nothingIsPublishedTwice();
  }
}
