package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.Life;
import dev.tidemark.cli.lambda.LocalFunctions;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.site.HomeSite;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.sync.wiring.Wiring;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs resources in this process by the deployed handlers, and reports on each. */
final class LocalSync {
  /**
   * Beyond its budget a leg needs time to store what it has; a platform's timeout leaves as much.
   */
  private static final Duration RESERVE = Duration.ofMinutes(1);

  private static final List<String> ASKED = List.of("status", "pause", "resume", "cancel", "reset");

  /** Resources at a time, and of each as many slices as were asked for. */
  private static final int WORKERS = 2;

  private final Workplace place;
  private final Wiring wiring;
  private final SyncRequest request;
  private final Console console;
  private final Interruption interruption;
  private final InstantSource clock;

  LocalSync(Workplace place, SyncRequest request, Console console, Interruption interruption) {
    this.place = place;
    this.wiring = place.wiring();
    this.request =
        request.of(
            StandingStill.without(request.resources(), request.named(), this::isPaused, console));
    this.console = console;
    this.interruption = interruption;
    this.clock = wiring.limits().clock();
  }

  ExitStatus run() throws InterruptedException {
    ResourceStateStore states = wiring.persistence().states();
    refuseBoundsOfCompleted(states);
    RunBook book = new RunBook(wiring.connection(), request, console, clock);
    tellCheckpoints(states, book);
    LocalFunctions functions =
        new LocalFunctions(
            wiring,
            place.alone(),
            request.patience(),
            request.work().atATime(),
            interruption::requested,
            book::sent,
            book::listener);
    LocalLambda[] lambda = new LocalLambda[1];
    lambda[0] =
        new LocalLambda(
            life -> functions.of(life, lambda[0]),
            request.budget().plus(RESERVE),
            clock,
            interruption::requested,
            Life.Witness.NONE);
    try (Workplace.Attendance _ = place.attend(asked(functions, lambda[0], book), console)) {
      book.begin(lambda[0]);
      lambda[0].run(WORKERS * request.work().atATime(), ending -> book.ended(explained(ending)));
    }
    return book.close();
  }

  /** A store that fails for a reason of its place says so in words of its own. */
  private Ending explained(Ending ending) {
    if (ending instanceof Ending.Threw(String event, Throwable cause)) {
      String why = place.explains(cause);
      return why == null ? ending : new Ending.Threw(event, new IllegalStateException(why, cause));
    }
    return ending;
  }

  /** What others ask of this process; of events only verbs and questions are theirs to send. */
  private UnaryOperator<ObjectNode> asked(
      LocalFunctions functions, LocalLambda lambda, RunBook book) {
    return event -> {
      String action = event.path("action").asText();
      if (!ASKED.contains(action)) {
        return HomeSite.error("a process at work takes none but " + String.join(", ", ASKED));
      }
      try {
        ObjectNode answer =
            HomeSite.answer(lambda.invoke(life -> functions.of(life, lambda), event.toString()));
        if (!action.equals("status") && answer.path("outcome").asText().equals("applied")) {
          String resource = event.path("resource").asText();
          book.stopped(resource, "an operator asked to " + action + " it");
        }
        return answer;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return HomeSite.error("the process was just ending; ask again");
      }
    };
  }

  private boolean isPaused(String resource) {
    try {
      ResourceKey key = ResourceKey.of(wiring.connection(), resource);
      return wiring.persistence().states().read(key).phase() instanceof Phase.Paused;
    } catch (DamagedStateException e) {
      // Its own leg says so.
      return false;
    }
  }

  /** What stands before a run stands as well where the run comes to nothing. */
  private void tellCheckpoints(ResourceStateStore states, RunBook book) {
    if (!(request.work() instanceof Work.Sync sync)
        || sync.mode() == Mode.RECONCILE
        || sync.maxRecords() != null) {
      return;
    }
    for (String resource : request.resources()) {
      book.stands(resource, checkpoint(states, resource));
    }
  }

  /** A state that cannot be read fails its own leg, and none of the others. */
  private @Nullable Checkpoint checkpoint(ResourceStateStore states, String resource) {
    try {
      return states.read(ResourceKey.of(wiring.connection(), resource)).checkpoint();
    } catch (DamagedStateException e) {
      return null;
    }
  }

  private void refuseBoundsOfCompleted(ResourceStateStore states) {
    if (!(request.work() instanceof Work.Sync sync)
        || (sync.from() == null && sync.until() == null)) {
      return;
    }
    for (String resource : request.resources()) {
      ResourceKey key = ResourceKey.of(wiring.connection(), resource);
      if (states.read(key).checkpoint() != null) {
        throw new UsageException(
            resource
                + " has a checkpoint, which --from and --until would leave gaps in; run a range"
                + " beside it: tidemark backfill "
                + wiring.source().definition().source()
                + " "
                + resource
                + " --from …");
      }
    }
  }
}
