package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Transitions;
import java.util.ArrayList;
import java.util.List;

/** What an owner of a run in flight does next. */
final class ReadingMoves {
  /** The page that may show an owner nothing new, so that the progress moves without an object. */
  static final int EMPTY_PAGE = 2;

  private final Source source;
  private final Break broken;
  private final Writing writing;

  ReadingMoves(Source source, Break broken, Writing writing) {
    this.source = source;
    this.broken = broken;
    this.writing = writing;
  }

  List<ProtocolStep> next(World world, int slot, String name, ResourceState held) {
    Progress progress = inFlight(held);
    String key = Source.key(progress.span(), progress.span().last() + 1);
    StoredBatch there = world.lake().objects().get(key);
    if (there != null && broken == Break.OVERWRITING_PUT) {
      return read(world, slot, name, held, progress);
    }
    if (there != null) {
      return adopt(world, slot, name, held, there);
    }
    if (progress.walk().position().ended()) {
      return writing.write(
          world, slot, name + " seals", held, Transitions.seal(held, Source.seal(progress, name)));
    }
    List<ProtocolStep> steps = new ArrayList<>(read(world, slot, name, held, progress));
    steps.addAll(stop(world, slot, name, held, progress));
    return steps;
  }

  private List<ProtocolStep> adopt(
      World world, int slot, String name, ResourceState held, StoredBatch there) {
    Progress progress = inFlight(held);
    if (!there.continues(progress) && broken != Break.ADOPTION_OF_ANYTHING) {
      return List.of(
          new ProtocolStep(name + " finds a foreign object", world.with(slot, new Owner.Off())));
    }
    Progress after =
        broken == Break.OWN_CURSOR_AFTER_ADOPTION
            ? source.batch(progress, name).after()
            : there.after();
    Progress adopted = progress.with(after.span()).at(after.walk()).with(after.tally());
    return writing.write(world, slot, name + " adopts", held, Transitions.advance(held, adopted));
  }

  private List<ProtocolStep> read(
      World world, int slot, String name, ResourceState held, Progress progress) {
    List<ProtocolStep> steps = new ArrayList<>();
    StoredBatch batch = source.batch(progress, name);
    if (broken == Break.ADVANCE_BEFORE_PUT) {
      for (ProtocolStep step :
          writing.write(
              world, slot, name + " advances", held, Transitions.advance(held, batch.after()))) {
        boolean went = step.to().owners().get(slot) instanceof Owner.At;
        Owner.Unput unput = new Owner.Unput(step.to().stored(), batch);
        steps.add(went ? new ProtocolStep(step.what(), step.to().with(slot, unput)) : step);
      }
      return steps;
    }
    steps.add(
        new ProtocolStep(
            name + " puts", world.with(batch).with(slot, new Owner.Put(held, batch.after()))));
    if (Source.page(progress.walk()) == EMPTY_PAGE) {
      Progress moved = batch.after().with(progress.span().hole());
      steps.addAll(
          writing.write(
              world, slot, name + " sees no news", held, Transitions.advance(held, moved)));
    }
    return steps;
  }

  /** The ways in which a leg ends that reads nothing. */
  private List<ProtocolStep> stop(
      World world, int slot, String name, ResourceState held, Progress progress) {
    List<ProtocolStep> steps = new ArrayList<>();
    Failure failure = new Failure("refused", null, Source.TIME);
    steps.addAll(
        writing.write(
            world, slot, name + " hands over", held, Transitions.handOver(held, progress)));
    steps.addAll(
        writing.write(
            world,
            slot,
            name + " waits",
            held,
            Transitions.waitUntil(held, progress, Source.TIME, "throttled")));
    steps.addAll(
        writing.write(
            world, slot, name + " fails", held, Transitions.fail(held, progress, failure)));
    if (progress.walk().position().cursor() != null
        && progress.run().lineage().restarts() == 0
        && world.allowance().runs() < Moves.MAX_RUNS) {
      Progress restarted = source.restarted(progress, world.allowance().runs() + 1);
      boolean stale = held.revision() != world.stored().revision();
      steps.addAll(
          writing.write(
              stale ? world : world.withRuns(world.allowance().runs() + 1),
              slot,
              name + " loses its cursor",
              held,
              Transitions.restart(held, restarted)));
    }
    return steps;
  }

  private static Progress inFlight(ResourceState held) {
    if (held.phase() instanceof Phase.InFlight(Progress progress)) {
      return progress;
    }
    throw new Violation("an owner holds " + held.phase());
  }
}
