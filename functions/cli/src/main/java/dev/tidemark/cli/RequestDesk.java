package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.home.Requests;
import dev.tidemark.cli.home.StatusFile;
import dev.tidemark.cli.report.Console;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * Serves others while a process works in a home: carries out the operator's verbs that they ask
 * for, and keeps {@code status.json} current.
 */
final class RequestDesk implements Workplace.Attendance {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int LOOKS_A_STATUS = 5;

  private final Requests requests;
  private final StatusFile statusFile;
  private final UnaryOperator<ObjectNode> handler;
  private final InstantSource clock;
  private final Console console;
  private final Thread thread;
  private boolean reportedUnwritten;

  /**
   * A desk that is open until it is closed.
   *
   * @param handler answers an event
   * @param console is reminded about once a second
   */
  RequestDesk(Home home, UnaryOperator<ObjectNode> handler, InstantSource clock, Console console) {
    this.requests = new Requests(home);
    this.statusFile = new StatusFile(home);
    this.handler = handler;
    this.clock = clock;
    this.console = console;
    this.thread = Thread.ofPlatform().daemon().name("tidemark-requests").unstarted(this::serve);
    // It reads the field: begun before that is set, it would end at once, and nothing be served.
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    look(true);
  }

  private void serve() {
    try {
      for (int looks = 0; true; looks++) {
        look(looks % LOOKS_A_STATUS == 0);
        thread.join(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(boolean tells) {
    try {
      requests.serve(clock.instant(), handler);
      if (tells) {
        console.remind();
        statusFile.write(
            handler.apply(JsonNodeFactory.instance.objectNode().put("action", "status")));
      }
    } catch (UncheckedIOException e) {
      // A run may end well though others cannot look at it; a full disk fails it by itself.
      if (!reportedUnwritten) {
        console.say("other processes cannot see how the run stands: " + e.getMessage());
        reportedUnwritten = true;
      }
    }
  }
}
