package dev.tidemark.core.traversal;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The slices of a run that walks in them, as they stand in the table. Each is an item of its own
 * with lease, progress and cursor, and ends {@link Phase.Walked}; what they have becomes the run's
 * by one write of the run's own item, the {@link Join}.
 *
 * <p>No lease is needed to look: a slice is first durable and then looked for, so that whoever ends
 * last sees all the others.
 */
public final class Slices {
  private final Progress whole;
  private final List<Part> parts;

  /**
   * One slice.
   *
   * @param state as it is stored
   */
  public record Part(Slice slice, ResourceKey key, ResourceState state) {
    /** Whether nothing more comes of it by itself. */
    boolean isSettled() {
      return state.phase() instanceof Phase.Walked || state.phase() instanceof Phase.Failed;
    }

    private boolean isHeld(Instant now, Predicate<String> dead) {
      Lease lease = state.lease();
      return lease != null && lease.live(now) && !dead.test(lease.owner());
    }
  }

  private Slices(Progress whole, List<Part> parts) {
    this.whole = whole;
    this.parts = List.copyOf(parts);
  }

  /** The slices of the run {@code whole}, which is under {@code key}. */
  public static Slices of(ResourceStateStore states, ResourceKey key, Progress whole) {
    return of(states::read, key, whole);
  }

  /**
   * The same.
   *
   * @param states reads what is stored
   */
  public static Slices of(
      Function<ResourceKey, ResourceState> states, ResourceKey key, Progress whole) {
    List<Part> parts = new ArrayList<>();
    for (Slice slice : whole.run().slicing().slices()) {
      ResourceKey own = key.slice(whole.run().id(), slice.number());
      parts.add(new Part(slice, own, states.apply(own)));
    }
    return new Slices(whole, parts);
  }

  /** The run that walks in slices in {@code state}, or null where none does. */
  public static @Nullable Progress whole(ResourceState state) {
    Progress progress = state.phase().unfinished();
    return progress != null && progress.walk().stage() == Stage.SLICED ? progress : null;
  }

  /**
   * What the slice under {@code key} is asked for by the run in {@code state}; null where that is
   * not its run, or does not let it walk.
   */
  public static @Nullable RunRequest request(ResourceState state, ResourceKey key) {
    Progress whole = state.phase() instanceof Phase.InFlight ? whole(state) : null;
    Slice slice = whole == null ? null : slice(whole, key);
    return whole == null || slice == null
        ? null
        : new RunRequest(Mode.BACKFILL, slice.from(), slice.until(), null, List.of())
            .with(whole.run().settingsByKey());
  }

  /** Whether {@code key} is a slice of the run in {@code state}. */
  public static boolean holds(ResourceState state, ResourceKey key) {
    Progress whole = whole(state);
    return whole != null && slice(whole, key) != null;
  }

  private static @Nullable Slice slice(Progress whole, ResourceKey key) {
    return whole.run().slicing().slices().stream()
        .filter(one -> key.equals(key.whole().slice(whole.run().id(), one.number())))
        .findFirst()
        .orElse(null);
  }

  /** By what a slice in {@code state} is claimed: one that failed waits for its run's failure. */
  public static Trigger trigger(ResourceState state) {
    return state.phase() instanceof Phase.Idle ? Trigger.SCHEDULE : Trigger.CONTINUATION;
  }

  /** All of them, oldest first. */
  public List<Part> parts() {
    return parts;
  }

  /** How many have walked to their end. */
  public long walked() {
    return parts.stream().filter(part -> part.state().phase() instanceof Phase.Walked).count();
  }

  /** Whether the run itself is to be claimed: to be joined, or to list what was split off. */
  public boolean needTheRun() {
    return areSettled() || relisted() != null;
  }

  /** The run with the slices that were split off; null where it lists all of them. */
  @Nullable Progress relisted() {
    List<Slice> slices = Splitting.listed(parts, workers());
    return slices == null ? null : whole.with(whole.run().with(whole.run().slicing().into(slices)));
  }

  /**
   * Splits a slice of which much is left, where more could walk than do; false where none is. Its
   * owner, if it has one, is fenced at its next write.
   */
  public boolean split(ResourceStateStore states, Instant now, Predicate<String> dead) {
    long walking = parts.stream().filter(part -> part.isHeld(now, dead)).count();
    if (walking + due(now, dead).size() >= workers() || !Splitting.hasRoom(parts.size())) {
      return false;
    }
    Slice last = parts.getLast().slice();
    Instant from = last.from();
    Duration length = from == null ? Duration.ZERO : Duration.between(from, last.until());
    for (Part part : parts) {
      Instant end = Splitting.end(part, length, workers());
      Progress progress = part.state().phase().unfinished();
      if (end != null && progress != null) {
        put(states, part, new Phase.InFlight(progress.until(end)));
        return true;
      }
    }
    return false;
  }

  private int workers() {
    return whole.run().slicing().workers();
  }

  /** Whether nothing more comes of any by itself. */
  public boolean areSettled() {
    return parts.stream().allMatch(Part::isSettled);
  }

  /**
   * Those that may be walked now beside those that are being walked. Where the API limits the rate
   * of one, none begins beside it.
   *
   * @param dead whether the owner of that name is known to be dead
   */
  public List<ResourceKey> due(Instant now, Predicate<String> dead) {
    List<ResourceKey> begun = new ArrayList<>();
    List<ResourceKey> fresh = new ArrayList<>();
    int walking = 0;
    boolean limited = false;
    for (Part part : parts) {
      boolean held = part.isHeld(now, dead);
      walking += held ? 1 : 0;
      switch (part.state().phase()) {
        case Phase.InFlight _ when !held -> begun.add(part.key());
        case Phase.Waiting(var _, Instant until, String _) when now.isBefore(until) ->
            limited = true;
        case Phase.Waiting _ -> begun.add(part.key());
        case Phase.Idle _ -> fresh.add(part.key());
        case Phase.InFlight _, Phase.Sealed _, Phase.Walked _, Phase.Failed _, Phase.Paused _ -> {}
      }
    }
    List<ResourceKey> due = new ArrayList<>(begun);
    due.addAll(limited ? List.of() : fresh);
    int room = Math.max(0, workers() - walking);
    return List.copyOf(due.subList(0, Math.min(due.size(), room)));
  }

  /** The run with what its slices have done so far. */
  public Progress seen() {
    Tally sum = whole.tally();
    for (Part part : parts) {
      Progress progress = part.state().phase().unfinished();
      sum = progress == null ? sum : sum.plus(progress.tally());
    }
    return whole.with(sum);
  }

  /** Why the run cannot be joined; null where no slice has failed. */
  @Nullable Failure failure() {
    for (Part part : parts) {
      if (part.state().phase() instanceof Phase.Failed(var _, Failure failure)) {
        String reason =
            "slice "
                + part.slice().number()
                + " of "
                + parts.size()
                + " (before "
                + part.slice().until()
                + "): "
                + failure.reason();
        return new Failure(reason, failure.requestId(), failure.at());
      }
    }
    return null;
  }

  /** Lets those that failed resume where they are, once their run does. */
  public static void revive(ResourceStateStore states, ResourceKey key, Progress whole) {
    for (Part part : of(states, key, whole).parts) {
      if (part.state().phase() instanceof Phase.Failed(Progress progress, Failure _)) {
        put(states, part, new Phase.InFlight(progress));
      }
    }
  }

  /** Ends those whose records have become the run's. What is left of one is never looked at. */
  void tidy(ResourceStateStore states) {
    parts.forEach(part -> put(states, part, new Phase.Idle()));
  }

  /** A refused write is another's, who knows more. */
  private static void put(ResourceStateStore states, Part part, Phase phase) {
    ResourceState old = part.state();
    Write _ =
        states.write(
            part.key(),
            old,
            new ResourceState(
                old.fence() + 1, old.revision() + 1, "slices", null, 0, phase, old.checkpoint()));
  }
}
