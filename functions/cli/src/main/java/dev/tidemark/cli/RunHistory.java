package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.LegRecord;
import dev.tidemark.lake.LegRecords;
import dev.tidemark.lake.PublishedRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every run of one resource and beside it: what is published, by its manifest; what is under way,
 * by its state; what failed or was given up, by what is remembered of its legs.
 */
final class RunHistory {
  /** Who takes over from a run is begun soon after it; further ones are not read to find out. */
  private static final int NEXT = 10;

  private final ResourceKey resource;
  private final Lake lake;
  private final LegRecords legs;
  private final Map<String, String> manifests = new TreeMap<>();
  private final Map<String, JsonNode> unfinished = new TreeMap<>();

  private RunHistory(ResourceKey resource, Lake lake) {
    this.resource = resource;
    this.lake = lake;
    this.legs = lake.legs(resource);
  }

  /** Of {@code name}, by what {@code site} answered to a question for its status. */
  static RunHistory of(Site site, String name, JsonNode status) {
    ResourceKey resource = ResourceKey.of(site.connection(), name);
    RunHistory history = new RunHistory(resource, site.lake());
    for (JsonNode one : status.path("resources")) {
      ResourceKey key = ResourceKey.parse(site.connection(), one.path("resource").asText());
      if (key.beside("").equals(resource) && one.path("run").isTextual()) {
        history.unfinished.put(one.path("run").asText(), one);
      }
    }
    // After the states: what is published meanwhile is told as published, and nothing is left out.
    history.lake.manifests(resource).forEach(key -> history.manifests.put(Keys.run(key), key));
    return history;
  }

  /** The runs that began no earlier than {@code since}, oldest first. */
  List<String> ids(@Nullable Instant since) {
    Set<String> ids = new TreeSet<>(manifests.keySet());
    ids.addAll(unfinished.keySet());
    ids.addAll(legs.runs());
    String first = since == null ? "" : RunId.begin(since);
    return ids.stream().filter(id -> id.compareTo(first) >= 0).toList();
  }

  /** What is remembered of the legs of {@code run}. */
  List<LegRecord> legs(String run) {
    return legs.of(run);
  }

  /** The manifest of {@code run}; null where it is not published. */
  @Nullable PublishedRun published(String run) {
    String key = manifests.get(run);
    return key == null ? null : lake.run(key);
  }

  /** Where {@code run} stands; null where it is over. */
  @Nullable JsonNode standing(String run) {
    return manifests.containsKey(run) ? null : unfinished.get(run);
  }

  /** {@code run} as a document, in the members of a manifest. */
  ObjectNode document(String run) {
    List<LegRecord> told = legs(run);
    LegRecord last = told.isEmpty() ? null : told.getLast();
    PublishedRun published = published(run);
    ObjectNode json;
    if (published == null) {
      json = unpublished(run, standing(run), last);
    } else {
      json = published.json().deepCopy();
      json.put("objects", published.objects().size()).remove("index");
      json.put("outcome", "completed");
    }
    json.put("legs", last == null ? json.path("legs").asInt() : last.leg());
    json.put(
        "waitedMillis",
        last == null ? json.path("waitedMillis").asLong() : last.count("waitedMillis"));
    return json.put(
        "failures", told.stream().filter(leg -> leg.outcome().equals("failed")).count());
  }

  private ObjectNode unpublished(
      String run, @Nullable JsonNode standing, @Nullable LegRecord last) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", 1)
        .put("connection", resource.connection())
        .put("resource", resource.resource())
        .put("run", run);
    JsonNode from = standing != null ? standing : last == null ? json : last.json();
    for (String member : List.of("mode", "startedAt", "bounds", "reason", "requestId", "until")) {
      if (from.has(member)) {
        json.set(member, from.get(member));
      }
    }
    json.put(
        "beside",
        ResourceKey.parse(resource.connection(), from.path("resource").asText()).variant());
    json.setAll((ObjectNode) from.path("tally").deepCopy());
    json.put("endedAt", standing == null && last != null ? last.ended().toString() : null);
    return json.put("outcome", outcome(run, standing, last));
  }

  private String outcome(String run, @Nullable JsonNode standing, @Nullable LegRecord last) {
    if (standing != null) {
      return standing.path("phase").asText();
    }
    String told = last == null ? "" : last.outcome();
    if (told.equals("cancelled") || told.equals("completed")) {
      return told.equals("completed") ? "manifest missing" : told;
    }
    return isRestarted(run) ? "restarted" : told.equals("walked") ? "slice" : "abandoned";
  }

  /** Whether another run took over from it. */
  private boolean isRestarted(String run) {
    List<String> all = ids(null);
    int next = all.indexOf(run) + 1;
    for (String id : all.subList(next, Math.min(all.size(), next + NEXT))) {
      PublishedRun published = published(id);
      String before =
          published != null
              ? published.json().path("restartOf").asText("")
              : legs(id).stream().map(leg -> leg.text("restartOf")).findFirst().orElse("");
      if (before.equals(run)) {
        return true;
      }
    }
    return false;
  }

  /** Every run of {@code ids} as a document. */
  List<ObjectNode> documents(List<String> ids) {
    List<ObjectNode> all = new ArrayList<>();
    ids.forEach(id -> all.add(document(id)));
    return all;
  }
}
