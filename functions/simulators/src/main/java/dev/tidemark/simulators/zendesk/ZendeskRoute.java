package dev.tidemark.simulators.zendesk;

import java.util.Map;
import java.util.Set;

/** What a path means (contract zendesk 3.1, 3.2). */
sealed interface ZendeskRoute {
  String PREFIX = "/api/v2/";

  Map<String, String> SINGLES =
      Map.of(
          ZendeskWorld.TICKETS, "ticket",
          ZendeskWorld.USERS, "user",
          ZendeskWorld.ORGANIZATIONS, "organization");

  Set<String> BY_TIME =
      Set.of(ZendeskWorld.ORGANIZATIONS, ZendeskWorld.TICKET_EVENTS, ZendeskWorld.METRIC_EVENTS);

  Set<String> BY_CURSOR = Set.of(ZendeskWorld.TICKETS, ZendeskWorld.USERS);

  /** The name under which requests are counted. */
  String resource();

  /** A cursor export whose array is called {@code key}. */
  record CursorExport(String resource, String key) implements ZendeskRoute {
    boolean ofRecords() {
      return key.equals(ZendeskWorld.RECORDS);
    }
  }

  /** A time export; its array is called as the resource. */
  record TimeExport(String resource) implements ZendeskRoute {}

  /** A single record under the member {@code key}. */
  record OneOf(String collection, String id, String key) implements ZendeskRoute {
    @Override
    public String resource() {
      return collection + "/{id}";
    }
  }

  record Token() implements ZendeskRoute {
    @Override
    public String resource() {
      return "oauth/tokens";
    }
  }

  record Unknown(String resource) implements ZendeskRoute {}

  static ZendeskRoute of(String path) {
    if (path.equals("/oauth/tokens")) {
      return new Token();
    }
    String[] steps =
        path.startsWith(PREFIX) ? path.substring(PREFIX.length()).split("/", -1) : new String[0];
    return switch (steps.length) {
      case 2 -> two(path, steps[0], steps[1]);
      case 3 ->
          path.equals(PREFIX + "incremental/" + steps[1] + "/cursor")
                  && BY_CURSOR.contains(steps[1])
              ? new CursorExport(steps[1], steps[1])
              : new Unknown(path);
      case 4 -> ofRecords(path, steps);
      default -> new Unknown(path);
    };
  }

  private static ZendeskRoute two(String path, String first, String second) {
    if (first.equals("incremental") && BY_TIME.contains(second)) {
      return new TimeExport(second);
    }
    String key = SINGLES.get(first);
    return key == null ? new Unknown(path) : new OneOf(first, second, key);
  }

  private static ZendeskRoute ofRecords(String path, String[] steps) {
    if (path.equals(PREFIX + "incremental/custom_objects/" + steps[2] + "/cursor")) {
      return new CursorExport(ZendeskWorld.records(steps[2]), ZendeskWorld.RECORDS);
    }
    return path.equals(PREFIX + "custom_objects/" + steps[1] + "/records/" + steps[3])
        ? new OneOf(ZendeskWorld.records(steps[1]), steps[3], "custom_object_record")
        : new Unknown(path);
  }
}
