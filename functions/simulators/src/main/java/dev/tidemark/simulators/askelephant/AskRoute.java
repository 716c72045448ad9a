package dev.tidemark.simulators.askelephant;

import java.util.Set;

/** What a path means (contract askelephant 2.2). */
sealed interface AskRoute {
  String PREFIX = "/api/v2/";
  Set<String> RESOURCES =
      Set.of(
          AskWorld.CONTACTS,
          AskWorld.COMPANIES,
          AskWorld.USERS,
          AskWorld.TAGS,
          AskWorld.ENGAGEMENTS);

  /** The name under which requests are counted. */
  String resource();

  record ListOf(String resource) implements AskRoute {}

  record OneOf(String collection, String id) implements AskRoute {
    @Override
    public String resource() {
      return collection + "/{id}";
    }
  }

  record Token() implements AskRoute {
    @Override
    public String resource() {
      return "oauth/token";
    }
  }

  record Unknown(String resource) implements AskRoute {}

  static AskRoute of(String path) {
    if (path.equals("/api/v1/oauth/token")) {
      return new Token();
    }
    String[] steps =
        path.startsWith(PREFIX) ? path.substring(PREFIX.length()).split("/", -1) : new String[0];
    if (steps.length == 0 || steps.length > 2 || !RESOURCES.contains(steps[0])) {
      return new Unknown(path);
    }
    return steps.length == 1 ? new ListOf(steps[0]) : new OneOf(steps[0], steps[1]);
  }
}
