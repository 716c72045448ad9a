package dev.tidemark.testkit.protocol;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Seal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a published run enters the index that it shares with the runs beside it: read, then replaced
 * on the condition that no run entered in between, or else all over again.
 */
record Entering(Break broken) {
  /** The run beside the resource's own. */
  static final String RECONCILE = "a reconcile";

  /** What an owner whose manifest is written does next. */
  List<ProtocolStep> next(World world, int slot, String name) {
    Owner owner = world.owners().get(slot);
    if (owner instanceof Owner.Published(ResourceState held)) {
      Owner read =
          world.lake().index().holds(run(held))
              ? new Owner.Entered(held)
              : new Owner.Entering(held, world.lake().index().revision());
      return List.of(new ProtocolStep(name + " reads the index", world.with(slot, read)));
    }
    if (!(owner instanceof Owner.Entering(ResourceState held, long seen))) {
      throw new Violation("an owner enters before its manifest");
    }
    Owner again = new Owner.Published(held);
    if (isRefused(world, seen)) {
      return List.of(new ProtocolStep(name + " is refused by the index", world.with(slot, again)));
    }
    World entered = world.with(entered(world, seen, run(held)));
    return List.of(
        new ProtocolStep(name + " enters", entered.with(slot, new Owner.Entered(held))),
        new ProtocolStep(name + " enters, answer lost", entered.with(slot, again)));
  }

  /** What a reconcile does that has written its manifest beside the resource's own runs. */
  List<ProtocolStep> beside(World world) {
    List<ProtocolStep> steps = new ArrayList<>();
    Beside beside = world.beside();
    switch (beside) {
      case Beside.Nobody() -> {}
      case Beside.Published() -> {
        boolean there = world.lake().index().holds(RECONCILE);
        Beside read =
            there ? new Beside.Nobody() : new Beside.Entering(world.lake().index().revision());
        steps.add(new ProtocolStep(RECONCILE + " reads the index", world.with(read)));
      }
      case Beside.Entering(long seen) -> {
        steps.add(new ProtocolStep(RECONCILE + " dies", world.with(new Beside.Published())));
        if (!isRefused(world, seen)) {
          World entered = world.with(entered(world, seen, RECONCILE));
          steps.add(new ProtocolStep(RECONCILE + " enters", entered.with(new Beside.Nobody())));
          steps.add(
              new ProtocolStep(
                  RECONCILE + " enters, answer lost", entered.with(new Beside.Published())));
        }
      }
    }
    return steps;
  }

  private boolean isRefused(World world, long seen) {
    return seen != world.lake().index().revision() && broken != Break.UNCONDITIONAL_INDEX;
  }

  /** What is replaced is what was read: who enters blindly takes back what came after it. */
  private static PublishedIndex entered(World world, long seen, String run) {
    List<String> read =
        seen == world.lake().index().revision() ? world.lake().index().runs() : List.<String>of();
    return new PublishedIndex(world.lake().index().revision(), List.of(), read)
        .after(run, List.of());
  }

  private static String run(ResourceState held) {
    if (held.phase() instanceof Phase.Sealed(Seal seal)) {
      return seal.progress().run().id().value();
    }
    throw new Violation("a run is entered before it is sealed");
  }
}
