package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.home.Requests;
import dev.tidemark.cli.home.StatusFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * Serves others while a process works in a home: carries out the operator's verbs that they ask
 * for, and keeps {@code status.json} current.
 */
final class RequestDesk implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int LOOKS_A_STATUS = 5;

  private final Requests requests;
  private final StatusFile statusFile;
  private final UnaryOperator<ObjectNode> handler;
  private final InstantSource clock;
  private final Thread thread;

  /**
   * A desk that is open until it is closed.
   *
   * @param handler answers an event
   */
  RequestDesk(Home home, UnaryOperator<ObjectNode> handler, InstantSource clock) {
    this.requests = new Requests(home);
    this.statusFile = new StatusFile(home);
    this.handler = handler;
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("tidemark-requests").start(this::serve);
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
    requests.serve(clock.instant(), handler);
    sayStatus();
  }

  private void serve() {
    try {
      for (int looks = 0; true; looks++) {
        requests.serve(clock.instant(), handler);
        if (looks % LOOKS_A_STATUS == 0) {
          sayStatus();
        }
        thread.join(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sayStatus() {
    statusFile.write(handler.apply(JsonNodeFactory.instance.objectNode().put("action", "status")));
  }
}
