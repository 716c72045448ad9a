package dev.tidemark.sync.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Slicing;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads events strictly: an unknown action, an unknown member or a wrong type is refused. */
public final class EventReader {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  private static final int MAX_SIZE = 64 * 1024;

  private EventReader() {}

  /**
   * Reads an event.
   *
   * @throws EventException if it cannot be understood
   */
  public static Event read(InputStream in) throws IOException {
    return event(object(in));
  }

  /**
   * Reads what the sweep is asked for: a sync of every resource, or null for a sweep, which its
   * schedule asks for.
   *
   * @throws EventException if it is neither
   */
  public static @Nullable Event readOfSweep(InputStream in) throws IOException {
    ObjectNode event = object(in);
    if (!event.has("action") || event.path("action").asText().equals("sweep")) {
      return null;
    }
    Event read = event(event);
    Event run = read instanceof Event.With(Event inner, var _) ? inner : read;
    if (run instanceof Event.Sync sync && sync.isForEvery()) {
      return read;
    }
    throw new EventException(
        "the sweep takes {\"action\": \"sync\"} for resource \"*\" or \"*.*\" only; send this event"
            + " to the resource's own function");
  }

  /**
   * Reads what the function of the tables is asked for: a resource, or {@code *} for all.
   *
   * @throws EventException if it is asked for anything else
   */
  public static String readOfTables(InputStream in) throws IOException {
    ObjectNode event = object(in);
    only(event, Set.of("action", "resource"));
    if (!"tables".equals(text(event, "action"))) {
      throw new EventException(
          "the function of the tables takes {\"action\": \"tables\"} with a resource or \"*\"; send"
              + " this event to the resource's own function");
    }
    return required(event, "resource");
  }

  private static ObjectNode object(InputStream in) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(in.readNBytes(MAX_SIZE));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new EventException("the event is not JSON: " + e.getOriginalMessage());
    }
    if (!(node instanceof ObjectNode event)) {
      throw new EventException("the event is no JSON object; send {\"action\": \"sync\", …}");
    }
    return event;
  }

  private static Event event(ObjectNode event) {
    String action = text(event, "action");
    return switch (action == null ? "" : action) {
      case "sync" -> EventSettings.with(event, sliced(event, sync(event)));
      case "backfill" -> EventSettings.with(event, sliced(event, backfill(event)));
      case "refresh" -> EventSettings.with(event, refresh(event));
      case "continue" -> {
        only(event, Set.of("action", "connection", "resource"));
        yield new Event.Continue(text(event, "connection"), required(event, "resource"));
      }
      case "pause" -> operate(event, OperatorVerb.PAUSE);
      case "resume" -> operate(event, OperatorVerb.RESUME);
      case "cancel" -> operate(event, OperatorVerb.CANCEL);
      case "reset" -> operate(event, OperatorVerb.RESET);
      case "rebind" -> {
        only(event, Set.of("action", "sameAccount"));
        yield new Event.Rebind(flag(event, "sameAccount"));
      }
      case "status" -> {
        only(event, Set.of("action", "resource"));
        yield new Event.Status(text(event, "resource"));
      }
      default ->
          throw new EventException(
              "action "
                  + event.get("action")
                  + " is none of sync, backfill, refresh, continue, status, pause, resume, cancel,"
                  + " reset, rebind");
    };
  }

  private static Event sync(ObjectNode event) {
    only(
        event,
        Set.of(
            "action",
            "resource",
            "mode",
            "from",
            "until",
            "maxRecords",
            "scheduledTime",
            "slices",
            EventSettings.MEMBER));
    String mode = text(event, "mode");
    Instant from = instant(event, "from");
    Instant until = instant(event, "until");
    ordered(from, until);
    try {
      Mode wanted = mode(mode);
      if (wanted == Mode.RECONCILE && (from != null || until != null || event.has("maxRecords"))) {
        throw new EventException(
            "mode reconcile walks everything; leave from, until and maxRecords out");
      }
      return new Event.Sync(
          required(event, "resource"),
          wanted,
          from,
          until,
          count(event, "maxRecords"),
          text(event, "scheduledTime"));
    } catch (IllegalArgumentException e) {
      throw new EventException(String.valueOf(e.getMessage()));
    }
  }

  private static Event sliced(ObjectNode event, Event run) {
    Long slices = count(event, "slices");
    if (slices != null && slices > Slicing.MOST_WORKERS) {
      throw new EventException("member \"slices\" is more than " + Slicing.MOST_WORKERS);
    }
    return slices == null
        ? run
        : new Event.Sliced(run, required(event, "resource"), slices.intValue());
  }

  private static Event backfill(ObjectNode event) {
    only(event, Set.of("action", "resource", "from", "until", "slices", EventSettings.MEMBER));
    Instant from = instant(event, "from");
    if (from == null) {
      throw new EventException("a backfill needs from, an ISO-8601 time");
    }
    Instant until = instant(event, "until");
    ordered(from, until);
    return new Event.Backfill(required(event, "resource"), from, until);
  }

  private static Event refresh(ObjectNode event) {
    only(event, Set.of("action", "resource", "ids", EventSettings.MEMBER));
    List<String> ids = new ArrayList<>();
    for (JsonNode id : event.path("ids")) {
      if (!id.isTextual() || id.textValue().isEmpty()) {
        throw new EventException("member \"ids\" holds something else than texts");
      }
      ids.add(id.textValue());
    }
    if (ids.isEmpty() || ids.size() > RunRequest.MAX_IDS) {
      throw new EventException(
          "a refresh needs ids, a list of 1 to " + RunRequest.MAX_IDS + " texts");
    }
    return new Event.Refresh(required(event, "resource"), ids);
  }

  private static Event operate(ObjectNode event, OperatorVerb verb) {
    only(event, Set.of("action", "resource"));
    return new Event.Operate(verb, required(event, "resource"));
  }

  private static Mode mode(@Nullable String word) {
    Mode mode = word == null ? Mode.INCREMENTAL : Mode.of(word);
    if (mode == Mode.REFRESH) {
      throw new EventException("a refresh is an action of its own, with ids");
    }
    return mode;
  }

  private static void ordered(@Nullable Instant from, @Nullable Instant until) {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new EventException("from is not before until: " + from + ", " + until);
    }
  }

  private static void only(ObjectNode event, Set<String> known) {
    event
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw new EventException(
                "member \"" + name + "\" is none of " + String.join(", ", new TreeSet<>(known)));
          }
        });
  }

  private static String required(ObjectNode event, String name) {
    String text = text(event, name);
    if (text == null || text.isEmpty()) {
      throw new EventException("member \"" + name + "\" is missing");
    }
    return text;
  }

  private static @Nullable String text(ObjectNode event, String name) {
    JsonNode node = event.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      throw new EventException("member \"" + name + "\" is no text");
    }
    return node.textValue();
  }

  private static boolean flag(ObjectNode event, String name) {
    JsonNode node = event.get(name);
    if (node != null && !node.isBoolean()) {
      throw new EventException("member \"" + name + "\" is neither true nor false");
    }
    return node != null && node.booleanValue();
  }

  private static @Nullable Long count(ObjectNode event, String name) {
    JsonNode node = event.get(name);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 1) {
      throw new EventException("member \"" + name + "\" is no whole number of 1 or more");
    }
    return node.longValue();
  }

  private static @Nullable Instant instant(ObjectNode event, String name) {
    String text = text(event, name);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new EventException(
          "member \"" + name + "\" is no ISO-8601 time with an offset: " + text);
    }
  }
}
