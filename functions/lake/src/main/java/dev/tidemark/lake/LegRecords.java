package dev.tidemark.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is remembered of the legs of a resource's runs, those beside it included. */
public final class LegRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectStore objects;
  private final SortedMap<String, List<String>> keys = new TreeMap<>();

  private LegRecords(ObjectStore objects) {
    this.objects = objects;
  }

  static LegRecords of(ObjectStore objects, ResourceKey resource) {
    LegRecords records = new LegRecords(objects);
    String prefix = Keys.legs(resource);
    for (String key : objects.list(prefix)) {
      int end = key.indexOf('/', prefix.length());
      String run = key.substring(prefix.length(), Math.max(prefix.length(), end));
      if (RunId.isOne(run)) {
        records.keys.computeIfAbsent(run, _ -> new ArrayList<>()).add(key);
      }
    }
    return records;
  }

  /** The runs of which anything is remembered, in the order of their ids. */
  public List<String> runs() {
    return List.copyOf(keys.keySet());
  }

  /** Where it is remembered what became of {@code run}. */
  public List<String> keys(String run) {
    return List.copyOf(keys.getOrDefault(run, List.of()));
  }

  /**
   * The legs of {@code run}, in the order in which they ended.
   *
   * @throws UnreadableLakeException if a record cannot be read; the message names it
   */
  public List<LegRecord> of(String run) {
    return keys.getOrDefault(run, List.of()).stream()
        .map(this::read)
        .sorted(Comparator.comparingInt(LegRecord::leg).thenComparing(LegRecord::ended))
        .toList();
  }

  private LegRecord read(String key) {
    byte[] bytes = objects.get(key);
    try {
      JsonNode json = bytes == null ? JSON.missingNode() : JSON.readTree(bytes);
      if (json.isObject()) {
        return new LegRecord(json.path("run").asText(), json.path("legs").asInt(), json);
      }
      throw ObjectLines.unreadable(objects, key, "it is no record of a leg", null);
    } catch (IOException e) {
      throw ObjectLines.unreadable(objects, key, "it is not JSON", e);
    }
  }
}
