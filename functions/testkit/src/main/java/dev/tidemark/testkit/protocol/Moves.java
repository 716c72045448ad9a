package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Transitions;
import dev.tidemark.core.state.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can happen in a world: steps of the owners, their deaths, and operators' verbs.
 */
final class Moves {
  private static final List<String> NAMES = List.of("A", "B");
  static final int MAX_RUNS = 5;

  /** Later than every lease: a lease may expire at any time, so that it has always just done so. */
  private static final Instant NOW = Source.TIME.plusSeconds(1000);

  private final Source source;
  private final Break broken;
  private final Writing writing;

  Moves(Source source, Break broken, Writing writing) {
    this.source = source;
    this.broken = broken;
    this.writing = writing;
  }

  List<ProtocolStep> of(World world) {
    List<ProtocolStep> steps = new ArrayList<>();
    for (int slot = 0; slot < NAMES.size(); slot++) {
      String name = NAMES.get(slot);
      switch (world.owners().get(slot)) {
        case Owner.Off _ -> claims(world, slot, steps);
        case Owner.At(ResourceState held) -> steps.addAll(next(world, slot, held));
        case Owner.Put(ResourceState held, Progress after) ->
            steps.addAll(
                writing.write(
                    world, slot, name + " advances", held, Transitions.advance(held, after)));
        case Owner.Unput(ResourceState held, StoredBatch batch) ->
            steps.add(
                new ProtocolStep(name + " puts", world.with(batch).with(slot, new Owner.At(held))));
        case Owner.Published _, Owner.Entering _ ->
            steps.addAll(new Entering(broken).next(world, slot, NAMES.get(slot)));
        case Owner.Entered(ResourceState held) -> steps.addAll(complete(world, slot, held));
        case Owner.Retrying retrying ->
            steps.add(
                new ProtocolStep(name + " tries again", writing.retried(world, slot, retrying)));
      }
      if (!(world.owners().get(slot) instanceof Owner.Off)) {
        steps.add(new ProtocolStep(name + " dies", world.with(slot, new Owner.Off())));
      }
    }
    steps.addAll(new Entering(broken).beside(world));
    verbs(world, steps);
    foreign(world, steps);
    return steps;
  }

  /** An object appears where the next batch belongs, read from elsewhere in the same run. */
  private void foreign(World world, List<ProtocolStep> steps) {
    if (world.allowance().foreign()
        && world.stored().phase() instanceof Phase.InFlight(Progress run)
        && !run.walk().position().ended()) {
      Walk elsewhere = source.after(run.walk(), "X");
      StoredBatch batch = source.batch(run.at(elsewhere), "X");
      if (!elsewhere.position().ended() && !world.lake().objects().containsKey(batch.key())) {
        steps.add(new ProtocolStep("a foreign object appears", world.withForeign(batch)));
      }
    }
  }

  private void claims(World world, int slot, List<ProtocolStep> steps) {
    String name = NAMES.get(slot);
    for (Trigger trigger : List.of(Trigger.SCHEDULE, Trigger.CONTINUATION)) {
      boolean begins = world.stored().phase() instanceof Phase.Idle && trigger == Trigger.SCHEDULE;
      if (begins && world.allowance().runs() == MAX_RUNS) {
        continue;
      }
      Claim claim = new Claim(new Lease(name, Source.TIME), trigger, false);
      int runs = begins ? world.allowance().runs() + 1 : world.allowance().runs();
      Claim.Decision decision = claim.decide(world.stored(), NOW, () -> Source.begin(runs));
      String what = name + " claims by " + trigger;
      switch (decision) {
        case Claim.Decision.Take(ResourceState next) ->
            steps.addAll(writing.write(world.withRuns(runs), slot, what, world.stored(), next));
        case Claim.Decision.GiveUp(ResourceState next, Failure _) ->
            steps.addAll(writing.write(world, slot, what + " in vain", world.stored(), next));
        case Claim.Decision.Held _, Claim.Decision.NotDue _ ->
            throw new Violation("every lease and every wait is over: " + decision);
        case Claim.Decision.PausedByOperator _, Claim.Decision.Nothing _ -> {}
      }
    }
  }

  private List<ProtocolStep> next(World world, int slot, ResourceState held) {
    if (held.phase() instanceof Phase.Sealed(Seal seal)) {
      return broken == Break.PROMOTION_BEFORE_MANIFEST
          ? complete(world, slot, held)
          : publish(world, slot, held, seal);
    }
    return new ReadingMoves(source, broken, writing).next(world, slot, NAMES.get(slot), held);
  }

  private static List<ProtocolStep> publish(World world, int slot, ResourceState held, Seal seal) {
    String run = seal.progress().run().id().value();
    List<String> keys = Source.keys(seal.progress());
    List<String> before = world.lake().manifests().getOrDefault(run, keys);
    if (!before.equals(keys)) {
      throw new Violation("a manifest is written again with other content: " + run);
    }
    World published = world.withManifest(run, keys);
    return List.of(
        new ProtocolStep(
            NAMES.get(slot) + " publishes", published.with(slot, new Owner.Published(held))));
  }

  private List<ProtocolStep> complete(World world, int slot, ResourceState held) {
    if (!(held.phase() instanceof Phase.Sealed(Seal seal))) {
      throw new Violation("completed before it was sealed");
    }
    ResourceState next = Transitions.complete(held, seal.checkpoint());
    return writing.write(world, slot, NAMES.get(slot) + " completes", held, next);
  }

  private void verbs(World world, List<ProtocolStep> steps) {
    for (OperatorVerb verb : OperatorVerb.values()) {
      // An operator resumes a paused resource some day: that does not count.
      int left =
          verb == OperatorVerb.RESUME ? world.allowance().verbs() : world.allowance().verbs() - 1;
      if (left >= 0
          && verb.decide(world.stored(), "person")
              instanceof OperatorVerb.Decision.Apply(ResourceState next)) {
        boolean silent = broken == Break.SILENT_VERB;
        World after =
            silent
                ? world.with(numbered(next, world.stored().revision()))
                : writing.interfered(world, next);
        steps.add(new ProtocolStep("the operator's " + verb, after.withVerbs(left)));
      }
    }
  }

  private static ResourceState numbered(ResourceState state, long revision) {
    return new ResourceState(
        revision,
        revision,
        state.writer(),
        state.lease(),
        state.claims(),
        state.phase(),
        state.checkpoint());
  }
}
