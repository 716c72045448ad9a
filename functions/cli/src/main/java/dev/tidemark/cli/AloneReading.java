package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.lake.ExactState;
import dev.tidemark.rest.record.LineRecall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for records one by one, and says of each whether the API has it. */
final class AloneReading {
  private final SecondHome home;
  private final ResourceKey key;
  private final LineRecall recall;
  private final Map<String, byte[]> found = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private String unasked = "";
  private long calls;

  AloneReading(SecondHome home, ResourceKey key, LineRecall recall) {
    this.home = home;
    this.key = key;
    this.recall = recall;
  }

  /**
   * Asks for {@code ids}, as an operator writes them; stops where the API gives no answer.
   *
   * @param temporary an existing folder
   */
  void ask(List<String> ids, Path temporary) throws InterruptedException, IOException {
    for (int at = 0; at < ids.size() && unasked.isEmpty(); at += RunRequest.MAX_IDS) {
      List<String> some = ids.subList(at, Math.min(ids.size(), at + RunRequest.MAX_IDS));
      JsonNode report = home.read(key.resource(), new Work.Refresh(some));
      calls += report.path("apiCalls").asLong();
      if (report.path("outcome").asText().equals("completed")) {
        asked.addAll(some);
      } else {
        unasked = report.path("reason").asText("the command was ended");
      }
    }
    ExactState state = ExactState.of(home.lake(), home.lake().runs(key), recall, temporary);
    List<byte[]> lines = new ArrayList<>();
    state.records(lines::add);
    lines.forEach(line -> found.put(recall.shown(LandedLine.parse(line)), line));
  }

  /** Whether the API has said of {@code id} whether it is there. */
  boolean isAnswered(String id) {
    return asked.contains(id);
  }

  /** The line of {@code id} as the API shows it alone; null where it does not have it. */
  byte @Nullable [] line(String id) {
    return found.get(id);
  }

  /** Why not all were asked for; empty if they were. */
  String unasked() {
    return unasked;
  }

  /** Attempts at the API. */
  long calls() {
    return calls;
  }
}
