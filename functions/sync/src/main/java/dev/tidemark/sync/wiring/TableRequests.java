package dev.tidemark.sync.wiring;

import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Asks the function of the tables, where the stack has one, to take what was published. What is
 * asked is a hint: whatever gets lost, the next time takes it. So nothing fails here, and a run
 * that is published stays so whether or not it was asked for.
 */
public final class TableRequests {
  /** Asks nobody. */
  public static final TableRequests NONE = new TableRequests(null);

  /** The sweep runs every five minutes, and asks once an hour. */
  private static final int MINUTES = 5;

  private final @Nullable Asked asked;

  private record Asked(Invoker function, StackLog log) {}

  /**
   * @param function sends to the function of the tables
   * @param log is told what could not be sent
   */
  public TableRequests(Invoker function, StackLog log) {
    this(new Asked(function, log));
  }

  private TableRequests(@Nullable Asked asked) {
    this.asked = asked;
  }

  /** A run of {@code key}, or beside it, was published. */
  public void published(ResourceKey key) {
    ask(key.resource());
  }

  /** A sweep was made at {@code now}: once an hour it makes up for what was lost. */
  public void swept(Instant now) {
    if (now.atOffset(ZoneOffset.UTC).getMinute() < MINUTES) {
      ask(Event.EVERY_RESOURCE);
    }
  }

  private void ask(String resource) {
    if (asked == null) {
      return;
    }
    try {
      asked.function.send(EventWriter.tables(resource));
    } catch (RuntimeException e) {
      asked.log.write("WARN", "tables-not-asked", resource, String.valueOf(e.getMessage()));
    }
  }
}
