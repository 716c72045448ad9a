package dev.tidemark.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where resources stand: a line each, and below it what an operator has to know, a sentence each.
 */
public final class StandingTable {
  private static final String NOTHING = "nothing to do";

  private final Instant now;
  private final Table table =
      new Table("resource", "state", "last success", "records", "pages", "rec/s", "ETA");
  private final List<List<String>> notes = new ArrayList<>();

  /** As of {@code now}. */
  public StandingTable(Instant now) {
    this.now = now;
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return table.isEmpty();
  }

  /** Adds where a resource stands, as {@code status} says it. */
  public void add(String connection, JsonNode one) {
    JsonNode tally = one.path("tally");
    table.row(
        connection + " " + one.path("resource").asText(),
        one.path("phase").asText(),
        lastSuccess(one.path("checkpoint")),
        // Of the run under way; where there is none, what the last one landed is shown by runs.
        number(tally, "records", tally.path("deletes").asLong()),
        number(tally, "pages", 0),
        tally.isObject() ? number(one, "recordsPerSecond", 0) : "-",
        eta(one.path("eta")));
    notes.add(notes(one));
  }

  /** All lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> rows = table.lines();
    lines.add(rows.getFirst());
    for (int i = 0; i < notes.size(); i++) {
      lines.add(rows.get(i + 1));
      notes.get(i).forEach(note -> lines.add("  " + note));
    }
    return lines;
  }

  private static String number(JsonNode counts, String member, long more) {
    return counts.isObject()
        ? String.format(Locale.ROOT, "%,d", counts.path(member).asLong() + more)
        : "-";
  }

  private static String lastSuccess(JsonNode checkpoint) {
    return checkpoint.isObject()
        ? words(Duration.ofSeconds(Math.max(0, checkpoint.path("ageSeconds").asLong()))) + " ago"
        : "never";
  }

  private static String eta(JsonNode eta) {
    return eta.isObject() ? "~" + words(Duration.ofSeconds(eta.path("seconds").asLong())) : "-";
  }

  private static String words(Duration age) {
    return age.toDays() > 2
        ? age.toDays() + "d"
        : age.toHours() > 2
            ? age.toHours() + "h"
            : age.toMinutes() > 2 ? age.toMinutes() + "m" : age.toSeconds() + "s";
  }

  private List<String> notes(JsonNode one) {
    List<String> notes = new ArrayList<>();
    if (one.path("checkpoint").isNull() && !one.path("resource").asText().contains("#")) {
      notes.add("last success: never");
    }
    String reason = one.path("reason").asText("");
    String until = one.path("until").asText("");
    if (!until.isEmpty()) {
      notes.add(new Wait(Instant.parse(until), reason).standing(now));
    } else if (!reason.isEmpty()) {
      notes.add("failed " + one.path("failedAt").asText() + ": " + reason);
    }
    if (one.path("requestId").isTextual()) {
      notes.add("the vendor's request id: " + one.path("requestId").asText());
    }
    if (one.path("eta").isObject()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of about %,d records, as the last full walk saw",
              one.at("/eta/seen").asLong(),
              one.at("/eta/of").asLong()));
    }
    if (one.path("coverage").isTextual()) {
      notes.add("coverage: " + one.path("coverage").asText());
    }
    if (one.has("lateAfterSeconds")) {
      Duration allowed = Duration.ofSeconds(one.path("lateAfterSeconds").asLong());
      notes.add("late: its last success began more than " + words(allowed) + " ago");
    }
    String advice = one.path("advice").asText();
    if (!advice.isEmpty() && !advice.equals(NOTHING)) {
      notes.add(advice);
    }
    return notes;
  }
}
