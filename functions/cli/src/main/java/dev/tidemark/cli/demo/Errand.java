package dev.tidemark.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Events as a schedule or an operator sends them. */
final class Errand {
  private Errand() {}

  /** Run {@code resource} as the schedule does. */
  static String sync(String resource, Instant scheduledTime) {
    return event("sync", resource).put("scheduledTime", scheduledTime.toString()).toString();
  }

  /** Find what has vanished. */
  static String reconcile(String resource) {
    return event("sync", resource).put("mode", "reconcile").toString();
  }

  /** Land a range beside the resource's own runs. */
  static String backfill(String resource, Instant from, Instant until) {
    return event("backfill", resource)
        .put("from", from.toString())
        .put("until", until.toString())
        .toString();
  }

  /** Read single records. */
  static String refresh(String resource, List<String> ids) {
    ObjectNode event = event("refresh", resource);
    ids.forEach(event.putArray("ids")::add);
    return event.toString();
  }

  private static ObjectNode event(String action, String resource) {
    return JsonNodeFactory.instance.objectNode().put("action", action).put("resource", resource);
  }
}
