package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.report.Console;
import dev.tidemark.sync.wiring.Wiring;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where legs that run in this process keep their state and what they land. */
interface Workplace extends AutoCloseable {
  /** What legs work on there. */
  Wiring wiring();

  /** Whether no other process can be at work there at the same time. */
  boolean alone();

  /**
   * Answers what others ask while legs run.
   *
   * @param handler answers an event
   * @param console is reminded about once a second
   * @return what ends it when it is closed
   */
  Attendance attend(UnaryOperator<ObjectNode> handler, Console console);

  /** A failure that has its cause in the place, in one sentence; null where it is another. */
  @Nullable String explains(Throwable failure);

  @Override
  void close();

  /** The time in which a process answers others. */
  interface Attendance extends AutoCloseable {
    @Override
    void close();
  }
}
