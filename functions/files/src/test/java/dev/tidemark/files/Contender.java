package dev.tidemark.files;

import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.SampleBatches;
import java.nio.file.Path;

/**
 * A process of its own that stores batch after batch and raises the state after each, and says what
 * it was answered: {@code stored 3 <digest>}, {@code written 4}.
 */
final class Contender {
  private Contender() {}

  /** Arguments: the home, a name, and how often the state is raised in all. */
  public static void main(String[] arguments) {
    HomeFolder home = Homes.of(Path.of(arguments[0]));
    long end = Long.parseLong(arguments[2]);
    ResourceStateStore states = home.states();
    BatchSink sink = new LandedBatches(home.objects());
    SampleBatches batches = new SampleBatches(Course.KEY);
    ResourceState state = states.read(Course.KEY);
    say("begun " + state.revision());
    while (state.revision() < end) {
      var batch = batches.of(state.revision() + 1, "{\"by\":\"" + arguments[1] + "\"}");
      if (sink.put(batch) instanceof Put.Stored) {
        say("stored " + batch.key().sequence() + " " + batch.content().sha256());
      }
      ResourceState next = next(state, arguments[1]);
      if (states.write(Course.KEY, state, next) instanceof Write.Written) {
        say("written " + next.revision());
      }
      state = states.read(Course.KEY);
    }
  }

  private static ResourceState next(ResourceState state, String name) {
    return new ResourceState(1, state.revision() + 1, name, null, 0, new Phase.Idle(), null);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
