package dev.tidemark.testkit.protocol;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Conditional writes, each with every fate that its answer can have. What an answer means is the
 * real ledger's to say.
 */
final class Writing {
  private final Break broken;
  private final Consumer<ProtocolWrite> log;

  /**
   * @param log is given every write before its fate is decided
   */
  Writing(Break broken, Consumer<ProtocolWrite> log) {
    this.broken = broken;
    this.log = log;
  }

  /** What comes of {@code owner} writing {@code next} on top of {@code held}. */
  List<ProtocolStep> write(
      World world, int slot, String what, ResourceState held, ResourceState next) {
    List<ProtocolStep> steps = new ArrayList<>();
    log.accept(new ProtocolWrite(world.stored(), held, next));
    if (held.revision() != world.stored().revision() && broken != Break.UNCONDITIONAL_WRITE) {
      steps.add(new ProtocolStep(what + " is refused", refused(world, slot, held, next)));
      return steps;
    }
    if (!held.equals(world.stored())) {
      throw new Violation("a write took effect on a state that its owner did not know: " + what);
    }
    World written = world.with(next);
    steps.add(new ProtocolStep(what, written.with(slot, wentOn(next))));
    steps.add(
        new ProtocolStep(
            what + ", answer lost", written.with(slot, new Owner.Retrying(held, next))));
    return steps;
  }

  /** The client tries again what it has already done. */
  World retried(World world, int slot, Owner.Retrying write) {
    log.accept(new ProtocolWrite(world.stored(), write.held(), write.next()));
    return refused(world, slot, write.held(), write.next());
  }

  /** The operator writes on what is stored. */
  World interfered(World world, ResourceState next) {
    log.accept(new ProtocolWrite(world.stored(), world.stored(), next));
    return world.with(next);
  }

  private World refused(World world, int slot, ResourceState held, ResourceState next) {
    boolean ours = new Ledger(new Refusing(world.stored()), Source.KEY, held).record(next);
    return world.with(slot, ours ? wentOn(next) : new Owner.Off());
  }

  /** An owner that released its lease is done. */
  private static Owner wentOn(ResourceState next) {
    return next.lease() == null ? new Owner.Off() : new Owner.At(next);
  }

  private record Refusing(ResourceState current) implements ResourceStateStore {
    @Override
    public ResourceState read(ResourceKey key) {
      return current;
    }

    @Override
    public Write write(ResourceKey key, ResourceState expected, ResourceState next) {
      return new Write.Refused(current);
    }

    @Override
    public List<ResourceKey> keys(String connection) {
      return List.of(Source.KEY);
    }
  }
}
