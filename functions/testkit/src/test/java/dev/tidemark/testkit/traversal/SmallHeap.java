package dev.tidemark.testkit.traversal;

import dev.tidemark.core.fingerprint.FingerprintIndex;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintRoom;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.testkit.source.ApiShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A process that reconciles as many published records as its heap's bound allows, or more. The
 * index is made up as it is read, so that the heap is all the leg's.
 */
final class SmallHeap {
  private static final int SEGMENT = 100_000;

  private SmallHeap() {}

  /**
   * Reconciles once and says what that came to.
   *
   * @param arguments how many records are published, in per cent of the bound
   */
  public static void main(String[] arguments) {
    long bound = Runtime.getRuntime().maxMemory() / 2 / FingerprintRoom.BYTES;
    long records = bound * Integer.parseInt(arguments[0]) / 100;
    Scene scene = new Scene(ApiShape.byId(2), Plans.bounded(Plans.byId(), bound)).with(7);
    List<PublishedIndex.Entry> entries = new ArrayList<>();
    for (long from = 0; from < records; from += SEGMENT) {
      long count = Math.min(SEGMENT, records - from);
      entries.add(new PublishedIndex.Entry(new IndexSegment("made-up/" + from, count), 1, 0));
    }
    scene.lake.replace(
        Plans.KEY, 1, PublishedIndex.EMPTY, PublishedIndex.EMPTY.after("run", entries));
    System.out.println(
        scene
            .indexedBy(new MadeUp(scene.lake))
            .planned(Plans.beside(scene.plan(), ResourceKey.RECONCILE))
            .asking(RunRequest.of(Mode.RECONCILE))
            .leg(Trigger.SCHEDULE));
  }

  private record MadeUp(FingerprintIndex index) implements FingerprintIndex {
    @Override
    public IndexSegment write(ResourceKey resource, String name, FingerprintLog fingerprints) {
      return index.write(resource, name, fingerprints);
    }

    @Override
    public FingerprintLog read(IndexSegment segment) {
      SplittableRandom random = new SplittableRandom(segment.key().hashCode());
      FingerprintLog log = new FingerprintLog();
      for (long i = 0; i < segment.count(); i++) {
        log.add(random.nextLong(), random.nextLong(), new PublishedAs(8, 1, 0, 1));
      }
      return log;
    }
  }
}
