package dev.tidemark.simulators.dataset;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one collection: the n-th row is the same whenever and wherever it is made. */
final class Breeder {
  private static final int SPAN_SECONDS = 180 * 86_400;
  private static final int AGE_SECONDS = 90 * 86_400;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Shape shape;
  private final DatasetPlan plan;
  private final List<Nasty> kinds;
  private final String parent;
  private final long seed;

  Breeder(Shape shape, DatasetPlan plan, List<Nasty> kinds, String name, String parent) {
    this.shape = shape;
    this.plan = plan;
    this.kinds =
        shape.timed()
            ? kinds
            : kinds.stream().filter(kind -> !Nasty.times().contains(kind)).toList();
    this.parent = parent;
    this.seed = plan.seed() * GOLDEN + (name + '/' + parent).hashCode();
  }

  /** The {@code ordinal}-th row of the plan. */
  Row bred(long ordinal) {
    SplittableRandom group = new SplittableRandom(seed ^ (GOLDEN * (ordinal / plan.burst())));
    Instant updatedAt =
        plan.newest().minusSeconds(group.nextInt(SPAN_SECONDS)).minusNanos(group.nextInt(1 << 29));
    SplittableRandom dice = new SplittableRandom(seed + ordinal);
    boolean nasty = dice.nextDouble() < plan.nastyShare();
    return row(ordinal, updatedAt, nasty ? kinds.get(dice.nextInt(kinds.size())) : null);
  }

  Row row(long ordinal, Instant updatedAt, @Nullable Nasty kind) {
    SplittableRandom random = new SplittableRandom(seed - ordinal);
    String id = shape.ids().id(parent, ordinal);
    String createdAt = Stamps.printed(updatedAt.minusSeconds(1 + random.nextInt(AGE_SECONDS)));
    String printed = Stamps.printed(updatedAt);
    Draft draft = new Draft();
    Specimen specimen = new Specimen(ordinal, id, parent, createdAt, printed, random);
    shape.filling().fill(draft, specimen);
    draft.stamp(shape.timed() ? plan.stamps().stored(updatedAt) : null, '"' + printed + '"');
    if (kind != null) {
      kind.spoil(draft);
    }
    long rank = shape.ids().rank(id);
    return new Row(id, rank, draft.updatedAt(), draft.json(), draft.visibility());
  }
}
