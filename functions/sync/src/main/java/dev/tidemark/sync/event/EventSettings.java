package dev.tidemark.sync.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The member of an event by which one run is asked for otherwise than its connection. */
final class EventSettings {
  static final String MEMBER = "settings";

  private EventSettings() {}

  /**
   * The event that {@code run} is with the settings of {@code event}.
   *
   * @throws EventException if they are no object of texts and numbers
   */
  static Event with(ObjectNode event, Event run) {
    JsonNode node = event.get(MEMBER);
    if (node == null || node.isNull()) {
      return run;
    }
    if (!(node instanceof ObjectNode members)) {
      throw new EventException("member \"settings\" is no object; write {\"tier\": \"free\"}");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : members.properties()) {
      if (!member.getValue().isTextual() && !member.getValue().isIntegralNumber()) {
        throw new EventException(
            "setting " + member.getKey() + " is neither a text nor a whole number");
      }
      settings.put(member.getKey(), member.getValue().asText());
    }
    return settings.isEmpty() ? run : new Event.With(run, settings);
  }

  /** Puts {@code settings} into {@code event}; nothing where there are none. */
  static void put(ObjectNode event, Map<String, String> settings) {
    if (!settings.isEmpty()) {
      ObjectNode members = event.putObject(MEMBER);
      settings.forEach(members::put);
    }
  }
}
