package dev.tidemark.lake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What is remembered of a leg.
 *
 * @param run the run's id
 * @param leg its number in the run
 * @param json all that is to be told of it
 */
public record LegRecord(String run, int leg, JsonNode json) {
  /** How it ended. */
  public String outcome() {
    return text("outcome");
  }

  /** When it ended. */
  public Instant ended() {
    return Instant.parse(text("ended"));
  }

  /** A text of it; empty where it has none of that name. */
  public String text(String member) {
    return json.path(member).asText("");
  }

  /** A count of what the run had done by then. */
  public long count(String member) {
    return json.path("tally").path(member).asLong();
  }
}
