package dev.tidemark.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.lambda.LocalLambda;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.report.ResourceReport;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.sync.event.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of each resource of a sync while its legs run, and reports on it when it is
 * settled.
 */
final class RunBook {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String connection;
  private final SyncRequest request;
  private final Console console;
  private final InstantSource clock;
  private final Instant began;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private @Nullable LocalLambda lambda;

  private static final class Entry {
    private int legs;
    private boolean settled;
    private boolean succeeded;
    private ResourceReport report;

    Entry(ResourceReport report) {
      this.report = report;
    }
  }

  RunBook(String connection, SyncRequest request, Console console, InstantSource clock) {
    this.connection = connection;
    this.request = request;
    this.console = console;
    this.clock = clock;
    this.began = clock.instant();
    for (String resource : request.resources()) {
      entries.put(
          resource, new Entry(ResourceReport.waiting(connection, resource, request.work().mode())));
    }
  }

  /** The checkpoint of {@code resource} before anything ran; null where it has none. */
  synchronized void stands(String resource, @Nullable Checkpoint checkpoint) {
    Entry entry = entries.get(resource);
    if (entry != null && checkpoint != null) {
      entry.report = entry.report.standing(checkpoint);
    }
  }

  /** Sends the first event of every resource. */
  void begin(LocalLambda lambda) {
    this.lambda = lambda;
    for (String resource : request.resources()) {
      lambda.send(request.event(resource));
    }
  }

  /** What a leg sends to its successor; nothing when the last leg that may run was that one. */
  synchronized void sent(String event) {
    Entry entry = entries.get(resource(event));
    if (entry != null && lambda != null && mayGoOn(entry)) {
      entry.succeeded = true;
      lambda.send(event);
    }
  }

  private boolean mayGoOn(Entry entry) {
    return request.maxLegs() == null || entry.legs < request.maxLegs();
  }

  /** A run that waits with no leg to follow is resumed when it is due: no sweep runs here. */
  private void resumeWhenDue(Entry entry, Ending.Answered ending) {
    Waiting waiting = Waiting.of(ending.answer());
    if (waiting != null && lambda != null && !entry.succeeded && mayGoOn(entry)) {
      lambda.sendAt(waiting.resumes(), waiting.until());
    }
    entry.succeeded = false;
  }

  LegListener listener(ResourceKey key) {
    return event -> {
      if (event instanceof LegEvent.Begun) {
        count(key.resource());
      }
      console.live(key, event);
    };
  }

  private synchronized void count(String resource) {
    Entry entry = entries.get(resource);
    if (entry != null) {
      entry.legs++;
    }
  }

  /** An invocation has ended. */
  synchronized void ended(Ending ending) {
    switch (ending) {
      case Ending.Answered answered -> answered(answered);
      case Ending.Killed(String event, String why) ->
          console.say(resource(event) + ": the leg was killed: " + why + "; another resumes");
      case Ending.Threw(String event, Throwable cause) -> threw(resource(event), cause);
    }
  }

  private void answered(Ending.Answered ending) {
    ObjectNode answer = ending.answer();
    String resource = resource(ending.event());
    Entry entry = entries.get(resource);
    String outcome = answer.path("outcome").asText();
    if (isOfSlice(answer)) {
      resumeSliceWhenDue(ending);
      return;
    }
    if (entry == null || entry.settled || tellsNothing(outcome, ending.event())) {
      return;
    }
    resumeWhenDue(entry, ending);
    entry.report = ResourceReport.of(connection, resource, answer, entry.report);
    if (!outcome.equals("in-flight") && !outcome.equals("waiting")) {
      settle(entry);
    }
  }

  private boolean isOfSlice(ObjectNode answer) {
    String name = answer.path("resource").asText();
    return !name.isEmpty() && ResourceKey.parse(connection, name).isSlice();
  }

  /**
   * What becomes of a slice is told by its run. It is resumed though it may have sent a successor
   * itself, since others send for it too; one leg too many finds it held, or walked.
   */
  private void resumeSliceWhenDue(Ending.Answered ending) {
    Waiting waiting = Waiting.of(ending.answer());
    Entry entry = entries.get(resource(ending.event()));
    if (waiting != null && lambda != null && entry != null && mayGoOn(entry)) {
      lambda.sendAt(waiting.resumes(), waiting.until());
    }
  }

  /** A continuation is a hint: the owner of the run reports what becomes of it. */
  private static boolean tellsNothing(String outcome, String event) {
    return outcome.equals("nothing")
        || outcome.equals("fenced")
        || (outcome.equals("held") && member(event, "action").equals("continue"));
  }

  private void threw(String resource, Throwable cause) {
    Entry entry = entries.get(resource);
    if (entry != null && !entry.settled) {
      console.details(cause);
      entry.report = entry.report.failed(String.valueOf(cause.getMessage()));
      settle(entry);
    }
  }

  /** The operator has stopped {@code resource}: nothing of it is expected any more. */
  synchronized void stopped(String resource, String why) {
    Entry entry = entries.get(resource);
    if (entry != null && !entry.settled) {
      entry.report = entry.report.stopped(why);
      settle(entry);
    }
  }

  private void settle(Entry entry) {
    entry.settled = true;
    entry.report = entry.report.after(java.time.Duration.between(began, clock.instant()));
    console.report(entry.report);
  }

  /** No leg runs any more: what is not settled stays in flight. */
  synchronized ExitStatus close() {
    ExitStatus status = ExitStatus.COMPLETED;
    for (Entry entry : entries.values()) {
      if (!entry.settled) {
        settle(entry);
      }
      status = status.and(entry.report.status());
    }
    console.finish();
    return status;
  }

  private static String resource(String event) {
    return ResourceKey.parse("any", member(event, "resource")).resource();
  }

  private static String member(String event, String name) {
    try {
      return JSON.readTree(event).path(name).asText();
    } catch (IOException e) {
      throw new UncheckedIOException("an event of our own is not JSON", e);
    }
  }
}
