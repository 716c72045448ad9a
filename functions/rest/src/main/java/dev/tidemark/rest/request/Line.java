package dev.tidemark.rest.request;

import dev.tidemark.core.source.Pacer;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.Turn;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The way to an API.
 *
 * @param pacer how often it may be used
 * @param rank whose turn comes first where not all may use it
 */
public record Line(Transport transport, InstantSource clock, Pacer pacer, RateRank rank) {
  /** Counts a request in, if it may be made now. */
  public Turn take() {
    return pacer.take(clock.instant(), rank);
  }

  /** Sends what {@code turn} allows; its turn is over when the answer begins, or fails. */
  public Response send(Turn.Now turn, Exchange exchange) throws IOException {
    try {
      return exchange.send(transport);
    } finally {
      pacer.answered(turn, clock.instant());
    }
  }

  /** Nothing may be sent before {@code until}: the server says so. */
  public void hold(Instant until) {
    pacer.hold(until, clock.instant());
  }

  /** One request and the begin of its answer. */
  @FunctionalInterface
  public interface Exchange {
    /** Sends it over {@code transport}. */
    Response send(Transport transport) throws IOException;
  }
}
