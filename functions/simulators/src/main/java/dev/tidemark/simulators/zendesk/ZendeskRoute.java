package dev.tidemark.simulators.zendesk;

import java.util.Map;
import java.util.Set;

/** What a path means, with {@code .json} or without (contract zendesk 3.1, 3.2). */
sealed interface ZendeskRoute {
  String PREFIX = "/api/v2/";
  Map<String, String> SINGLES =
      Map.of(
          ZendeskWorld.TICKETS, "ticket",
          ZendeskWorld.USERS, "user",
          ZendeskWorld.ORGANIZATIONS, "organization");
  Set<String> BY_TIME =
      Set.of(ZendeskWorld.ORGANIZATIONS, ZendeskWorld.TICKET_EVENTS, ZendeskWorld.METRIC_EVENTS);

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

  record CustomObjects() implements ZendeskRoute {
    @Override
    public String resource() {
      return "custom_objects";
    }
  }

  record Me() implements ZendeskRoute {
    @Override
    public String resource() {
      return "users/me";
    }
  }

  record Tokens() implements ZendeskRoute {
    @Override
    public String resource() {
      return "oauth/tokens";
    }
  }

  record Unknown(String resource) implements ZendeskRoute {}

  static ZendeskRoute of(String path) {
    String plain = path.endsWith(".json") ? path.substring(0, path.length() - 5) : path;
    if (plain.equals("/oauth/tokens")) {
      return new Tokens();
    }
    if (!plain.startsWith(PREFIX)) {
      return new Unknown(path);
    }
    String[] steps = plain.substring(PREFIX.length()).split("/", -1);
    return steps[0].equals("incremental") ? export(path, steps) : other(path, steps);
  }

  private static ZendeskRoute export(String path, String[] steps) {
    boolean cursor = steps.length > 2 && steps[steps.length - 1].equals("cursor");
    if (steps.length == 2 && BY_TIME.contains(steps[1])) {
      return new TimeExport(steps[1]);
    }
    if (steps.length == 3 && cursor && Set.of("tickets", "users").contains(steps[1])) {
      return new CursorExport(steps[1], steps[1]);
    }
    return steps.length == 4 && cursor && steps[1].equals("custom_objects")
        ? new CursorExport(ZendeskWorld.records(steps[2]), ZendeskWorld.RECORDS)
        : new Unknown(path);
  }

  private static ZendeskRoute other(String path, String[] steps) {
    if (steps[0].equals("custom_objects")) {
      if (steps.length == 1) {
        return new CustomObjects();
      }
      return steps.length == 4 && steps[2].equals("records")
          ? new OneOf(ZendeskWorld.records(steps[1]), steps[3], "custom_object_record")
          : new Unknown(path);
    }
    String key = SINGLES.get(steps[0]);
    if (steps.length != 2 || key == null) {
      return new Unknown(path);
    }
    boolean me = steps[0].equals(ZendeskWorld.USERS) && steps[1].equals("me");
    return me ? new Me() : new OneOf(steps[0], steps[1], key);
  }
}
