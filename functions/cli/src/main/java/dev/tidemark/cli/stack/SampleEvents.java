package dev.tidemark.cli.stack;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The events that an operator sends by hand, for a definition; those that it can answer. */
final class SampleEvents {
  private SampleEvents() {}

  /** The texts of the files, by their names. */
  static Map<String, String> of(Definition definition) {
    String first = definition.runnable().getFirst();
    Map<String, String> events = new LinkedHashMap<>();
    for (String action : new String[] {"pause", "resume", "cancel", "reset", "sync"}) {
      events.put(action, "{\"action\": \"" + action + "\", \"resource\": \"" + first + "\"}");
    }
    events.put("trial", about("sync", first, ", \"maxRecords\": 100"));
    events.put("settings", about("sync", first, ", \"settings\": {\"rate\": \"off\"}"));
    events.put("continue", about("continue", first, ""));
    events.put("status", "{\"action\": \"status\"}");
    events.put("rebind", "{\"action\": \"rebind\"}");
    events.put("schedule", about("sync", "*", ""));
    String timed = first(definition, resource -> resource.members().watermark() != null);
    if (timed != null) {
      String from = ", \"from\": \"2026-01-01T00:00:00Z\"";
      events.put("backfill", about("backfill", timed, from));
      events.put("range", about("backfill", timed, from + ", \"until\": \"2026-02-01T00:00:00Z\""));
    }
    String walked = first(definition, resource -> resource.cannotReconcile() == null);
    if (walked != null) {
      events.put("reconcile", about("sync", walked, ", \"mode\": \"reconcile\""));
    }
    String single =
        first(definition, resource -> resource.single() != null && resource.readsAlone());
    if (single != null) {
      events.put("refresh", about("refresh", single, ", \"ids\": [\"1\", \"2\"]"));
    }
    events.replaceAll((_, text) -> text + "\n");
    return events;
  }

  private static String about(String action, String resource, String more) {
    return "{\"action\": \"" + action + "\", \"resource\": \"" + resource + "\"" + more + "}";
  }

  private static @Nullable String first(Definition definition, Predicate<Resource> such) {
    return definition.runnable().stream()
        .filter(name -> such.test(definition.resource(name)))
        .findFirst()
        .orElse(null);
  }
}
