package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.LegLog;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.DiskSpace;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.Life;
import dev.tidemark.cli.lambda.LocalFunctions;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.site.HomeSite;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.rest.SourceConnection;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs resources in a home by the deployed handlers, and reports on each. */
final class LocalSync {
  /**
   * Beyond its budget a leg needs time to store what it has; a platform's timeout leaves as much.
   */
  private static final Duration RESERVE = Duration.ofMinutes(1);

  private static final List<String> ASKED = List.of("status", "pause", "resume", "cancel", "reset");

  /** Resources at a time, and of each as many slices as were asked for. */
  private static final int WORKERS = 2;

  private final Home home;
  private final SourceConnection source;
  private final SyncRequest request;
  private final Console console;
  private final Interruption interruption;
  private final InstantSource clock = InstantSource.system();

  LocalSync(
      Home home,
      SourceConnection source,
      SyncRequest request,
      Console console,
      Interruption interruption) {
    this.home = home;
    this.source = source;
    this.request = request;
    this.console = console;
    this.interruption = interruption;
  }

  ExitStatus run() throws InterruptedException {
    try (PrintStream log = log()) {
      HomeFolder stores = home.stores();
      ResourceStateStore states = stores.states();
      refuseBoundsOfCompleted(states);
      RunBook book = new RunBook(source.connection(), request, console, clock);
      tellCheckpoints(states, book);
      LocalFunctions functions =
          new LocalFunctions(
              Origin.of(source),
              stores,
              clock,
              request.patience(),
              request.work().atATime(),
              interruption::requested,
              book::sent,
              key -> listener(key, book, new JsonLines(log)));
      LocalLambda[] lambda = new LocalLambda[1];
      lambda[0] =
          new LocalLambda(
              life -> functions.of(life, lambda[0]),
              request.budget().plus(RESERVE),
              clock,
              interruption::requested,
              Life.Witness.NONE);
      home.remember(source.connection(), source.definition().names());
      try (RequestDesk _ =
          new RequestDesk(home, asked(functions, lambda[0], book), clock, console)) {
        book.begin(lambda[0]);
        lambda[0].run(WORKERS * request.work().atATime(), ending -> book.ended(explained(ending)));
      }
      return book.close();
    }
  }

  /** A store that fails for want of space says so in words of its own. */
  private Ending explained(Ending ending) {
    if (ending instanceof Ending.Threw(String event, Throwable cause)) {
      String full = DiskSpace.of(home).explains(cause);
      return full == null
          ? ending
          : new Ending.Threw(event, new IllegalStateException(full, cause));
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

  private LegListener listener(ResourceKey key, RunBook book, JsonLines lines) {
    LegListener log = new LegLog(key, "local", lines, clock);
    LegListener live = book.listener(key);
    return event -> {
      log.on(event);
      live.on(event);
    };
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
      return states.read(ResourceKey.of(source.connection(), resource)).checkpoint();
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
      ResourceKey key = ResourceKey.of(source.connection(), resource);
      if (states.read(key).checkpoint() != null) {
        throw new UsageException(
            resource
                + " has a checkpoint, which --from and --until would leave gaps in; run a range"
                + " beside it: tidemark backfill "
                + source.definition().source()
                + " "
                + resource
                + " --from …");
      }
    }
  }

  private PrintStream log() {
    try {
      return new PrintStream(
          new FileOutputStream(home.logs().resolve("sync.jsonl").toFile(), true),
          false,
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be written", e);
    }
  }
}
