package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import dev.tidemark.lake.LegRecord;
import dev.tidemark.lake.PublishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One run, leg by leg. */
final class RunStory {
  private final RunHistory history;
  private final String run;

  private RunStory(RunHistory history, String run) {
    this.history = history;
    this.run = run;
  }

  /**
   * That of {@code run} in one of {@code sites}.
   *
   * @throws UsageException if none of them knows it
   */
  static RunStory of(List<Site> sites, String run) throws InterruptedException {
    for (Site site : sites) {
      ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
      ObjectNode status = site.ask("", ask);
      for (String name : site.resources()) {
        RunHistory history = RunHistory.of(site, name, status);
        if (history.ids(null).contains(run)) {
          return new RunStory(history, run);
        }
      }
    }
    throw new UsageException(
        "there is no run " + run + " here; tidemark runs lists those there are");
  }

  /** As a document, with the legs. */
  ObjectNode document() {
    ObjectNode json = history.document(run);
    var told = json.putArray("story");
    history.legs(run).forEach(leg -> told.add(leg.json()));
    return json;
  }

  /** As lines. */
  List<String> lines() {
    ObjectNode json = history.document(run);
    List<String> lines = new ArrayList<>();
    lines.add(
        "run %s of %s %s: %s, %s, began %s"
            .formatted(
                run,
                json.path("connection").asText(),
                json.path("resource").asText(),
                json.path("mode").asText(),
                json.path("outcome").asText(),
                json.path("startedAt").asText()));
    bounds(lines, json.path("bounds"));
    List<LegRecord> legs = history.legs(run);
    int before = 0;
    for (LegRecord leg : legs) {
      for (int missing = before + 1; missing < leg.leg(); missing++) {
        lines.add("  leg " + missing + ": told nothing: it was killed, or it was another run's");
      }
      before = Math.max(before, leg.leg());
      lines.add("  " + line(leg));
    }
    end(lines, json);
    return lines;
  }

  private static void bounds(List<String> lines, JsonNode bounds) {
    if (bounds.path("from").isTextual() || bounds.path("until").isTextual()) {
      lines.add(
          "  asked for: from "
              + bounds.path("from").asText("the beginning")
              + " until "
              + (bounds.path("until").isTextual() ? bounds.path("until").asText() : "its begin"));
    }
  }

  private static String line(LegRecord leg) {
    String counts =
        String.format(
            Locale.ROOT,
            "%,d pages, %,d records, %,d calls by then, %.1f s waited",
            leg.count("pages"),
            leg.count("records"),
            leg.count("apiCalls"),
            leg.count("waitedMillis") / 1000.0);
    String why = leg.json().path("reason").isTextual() ? ": " + leg.text("reason") : "";
    String until = leg.json().path("until").isTextual() ? " until " + leg.text("until") : "";
    String request =
        leg.json().path("requestId").isTextual()
            ? " (the vendor's request id: " + leg.text("requestId") + ")"
            : "";
    return "leg %d: %s to %s: %s%s%s%s; %s"
        .formatted(
            leg.leg(), leg.text("began"), leg.ended(), leg.outcome(), why, until, request, counts);
  }

  private void end(List<String> lines, ObjectNode json) {
    PublishedRun published = history.published(run);
    JsonNode standing = history.standing(run);
    if (json.path("restartOf").isTextual()) {
      lines.add("  it took over from run " + json.path("restartOf").asText());
    }
    if (published != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  published: %,d records, %,d deletes in %,d objects: %s",
              published.records(),
              published.deletes(),
              published.objects().size(),
              published.key()));
    } else if (standing != null) {
      lines.add(
          "  now: " + standing.path("phase").asText() + "; " + standing.path("advice").asText());
    } else {
      lines.add("  nothing of it is published");
    }
  }
}
