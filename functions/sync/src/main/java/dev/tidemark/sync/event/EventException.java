package dev.tidemark.sync.event;

/** An event cannot be understood; the message says what is wrong and what an event looks like. */
public final class EventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EventException(String message) {
    super(message);
  }
}
