package dev.tidemark.simulators.lev;

import java.util.Set;

/** What a path means (contract lev 1.2). */
sealed interface LevRoute {
  String PREFIX = "/api/external/v2/";

  Set<String> TOP =
      Set.of(LevWorld.DEALS, LevWorld.CONTACTS, LevWorld.COMPANIES, LevWorld.PLACEMENTS);

  /** The name under which requests are counted. */
  String resource();

  record ListOf(String resource) implements LevRoute {}

  record OneOf(String collection, String id) implements LevRoute {
    @Override
    public String resource() {
      return collection.equals(LevWorld.LENDERS) ? "lenders/{id}" : collection + "/{id}";
    }
  }

  record ChildrenOf(String deal, String child) implements LevRoute {
    @Override
    public String resource() {
      return "deals/{id}/" + child;
    }
  }

  record Unknown(String resource) implements LevRoute {}

  static LevRoute of(String path) {
    String[] steps =
        path.startsWith(PREFIX) ? path.substring(PREFIX.length()).split("/", -1) : new String[0];
    return switch (steps.length) {
      case 1 -> TOP.contains(steps[0]) ? new ListOf(steps[0]) : new Unknown(path);
      case 2 -> {
        if (steps[0].equals("lenders")) {
          yield steps[1].equals("directory")
              ? new ListOf(LevWorld.LENDERS)
              : new OneOf(LevWorld.LENDERS, steps[1]);
        }
        yield TOP.contains(steps[0]) ? new OneOf(steps[0], steps[1]) : new Unknown(path);
      }
      case 3 ->
          steps[0].equals(LevWorld.DEALS) && LevWorld.CHILDREN.contains(steps[2])
              ? new ChildrenOf(steps[1], steps[2])
              : new Unknown(path);
      default -> new Unknown(path);
    };
  }
}
