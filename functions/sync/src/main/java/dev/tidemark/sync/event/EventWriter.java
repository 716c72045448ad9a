package dev.tidemark.sync.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the events that functions send to each other. */
public final class EventWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventWriter() {}

  /** Continue {@code key}. */
  public static String goOn(ResourceKey key) {
    return JSON.createObjectNode()
        .put("action", "continue")
        .put("connection", key.connection())
        .put("resource", key.sortKey())
        .toString();
  }

  /** Run {@code resource} as {@code every} asks for every one, by {@code settings} of its own. */
  public static String sync(String resource, Event.Sync every, Map<String, String> settings) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("action", "sync")
            .put("resource", resource)
            .put("mode", every.mode().word());
    put(event, "from", every.from());
    put(event, "until", every.until());
    put(event, "scheduledTime", every.scheduledTime());
    if (every.maxRecords() != null) {
      event.put("maxRecords", every.maxRecords());
    }
    EventSettings.put(event, settings);
    return event.toString();
  }

  /** Take what was published of {@code resource} into its tables. */
  public static String tables(String resource) {
    return JSON.createObjectNode().put("action", "tables").put("resource", resource).toString();
  }

  private static void put(ObjectNode event, String name, @Nullable Object value) {
    if (value != null) {
      event.put(name, value.toString());
    }
  }
}
