package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.report.ResourceReport;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.sync.wiring.SystemPause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs resources in a deployed stack: invokes the function of each, follows the run that continues
 * there by itself, and reports as a run in a home does.
 */
final class StackSync {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Site stack;
  private final Work work;
  private final Map<String, String> settings;
  private final Console console;
  private final Interruption interruption;
  private final InstantSource clock = InstantSource.system();
  private final SystemPause pause;

  /**
   * @param settings what the runs are asked for otherwise than the stack's parameter says
   */
  StackSync(
      Site stack,
      Work work,
      Map<String, String> settings,
      Console console,
      Interruption interruption) {
    this.stack = stack;
    this.work = work;
    this.settings = settings;
    this.console = console;
    this.interruption = interruption;
    this.pause = new SystemPause(clock, interruption::requested);
  }

  /** Runs {@code resources} beside each other, each in its own function. */
  ExitStatus run(List<String> resources) throws InterruptedException {
    List<ResourceReport> reports = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (String resource : resources) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                ResourceReport report = followed(resource);
                synchronized (reports) {
                  reports.add(report);
                }
                console.report(report);
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    console.finish();
    return reports.stream()
        .map(ResourceReport::status)
        .reduce(ExitStatus.COMPLETED, ExitStatus::and);
  }

  private ResourceReport followed(String resource) {
    Instant began = clock.instant();
    ResourceReport report = ResourceReport.waiting(stack.connection(), resource, work.mode());
    try {
      ObjectNode answer = stack.ask(resource, work.event(resource, settings));
      while (true) {
        report = ResourceReport.of(stack.connection(), resource, answer, report);
        if (report.isSettled() || interruption.requested()) {
          return report.after(Duration.between(began, clock.instant()));
        }
        sayWait(answer);
        pause.pause(LOOK);
        answer = now(answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return report;
    } catch (RuntimeException e) {
      console.details(e);
      return report.failed(String.valueOf(e.getMessage()));
    }
  }

  private void sayWait(ObjectNode answer) {
    if (answer.path("until").isTextual()) {
      console.live(
          ResourceKey.parse(stack.connection(), answer.path("resource").asText()),
          new LegEvent.Waits(
              Instant.parse(answer.path("until").asText()), answer.path("reason").asText()));
      console.remind();
    }
  }

  /** What has become of the run of {@code before}. */
  private ObjectNode now(ObjectNode before) throws InterruptedException {
    String key = before.path("resource").asText();
    ObjectNode ask = event("status").put("resource", key);
    for (JsonNode one : stack.ask("", ask).path("resources")) {
      if (one.path("resource").asText().equals(key)) {
        return now(before, (ObjectNode) one);
      }
    }
    return before;
  }

  private ObjectNode now(ObjectNode before, ObjectNode standing) {
    return switch (standing.path("phase").asText()) {
      case "in-flight", "waiting", "sealed" -> standing.put("outcome", "in-flight");
      case "failed" -> standing.put("outcome", "failed");
      case "paused" -> standing.put("outcome", "paused");
      default -> {
        PublishedRun run = published(before, standing);
        yield run == null
            ? before
                .put("outcome", "held")
                .put("reason", "the run was abandoned: an operator cancelled or reset it")
            : answer(run);
      }
    };
  }

  private @Nullable PublishedRun published(ObjectNode before, ObjectNode standing) {
    String resource = before.path("resource").asText().split("#", 2)[0];
    String run = before.path("run").asText();
    String last = standing.at("/checkpoint/run").asText();
    return stack.runs(resource).stream()
        .filter(one -> one.run().equals(run) || takesOver(one, run, last))
        .findFirst()
        .orElse(null);
  }

  /**
   * Whether {@code one} is the run that {@code run} was restarted as: the next one, or, where that
   * was restarted too, the one that the checkpoint names. Ids begin with their time.
   */
  private static boolean takesOver(PublishedRun one, String run, String last) {
    String restartOf = one.json().path("restartOf").asText("");
    return restartOf.equals(run) || (one.run().equals(last) && restartOf.compareTo(run) > 0);
  }

  /** A run as the answer of the leg that published it. */
  private static ObjectNode answer(PublishedRun run) {
    ObjectNode tally = run.json().deepCopy();
    tally
        .put("batches", run.objects().size())
        .put("bytes", run.objects().stream().mapToLong(Manifest.Entry::bytes).sum());
    ObjectNode answer =
        event("sync").put("outcome", "completed").put("run", run.run()).put("mode", run.mode());
    answer.set("checkpoint", run.json().get("checkpoint"));
    answer.set("tally", tally);
    return answer.put("manifest", run.key());
  }

  private static ObjectNode event(String action) {
    return JsonNodeFactory.instance.objectNode().put("action", action);
  }
}
