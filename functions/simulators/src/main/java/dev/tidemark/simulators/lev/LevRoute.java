package dev.tidemark.simulators.lev;

import java.util.Set;

/** What a path means (contract lev 1.2). */
sealed interface LevRoute {
  String PREFIX = "/api/external/v2/";
  Set<String> TOP =
      Set.of(LevWorld.DEALS, LevWorld.CONTACTS, LevWorld.COMPANIES, LevWorld.PLACEMENTS);
  Set<String> CHILDREN =
      Set.of(LevWorld.TEAM, LevWorld.PROPERTIES, LevWorld.NOTES, LevWorld.TERM_SHEETS);

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

  record ChildOf(String deal, String child, String id) implements LevRoute {
    @Override
    public String resource() {
      return "deals/{id}/" + child + "/{id}";
    }
  }

  record FinancialsOf(String deal) implements LevRoute {
    @Override
    public String resource() {
      return "deals/{id}/financials";
    }
  }

  record Health() implements LevRoute {
    @Override
    public String resource() {
      return "health";
    }
  }

  record Unknown(String resource) implements LevRoute {}

  static LevRoute of(String path) {
    if (!path.startsWith(PREFIX)) {
      return new Unknown(path);
    }
    String[] steps = path.substring(PREFIX.length()).split("/", -1);
    return switch (steps.length) {
      case 1 -> top(path, steps[0]);
      case 2 -> second(path, steps[0], steps[1]);
      case 3 -> third(path, steps);
      case 4 ->
          steps[0].equals(LevWorld.DEALS) && steps[2].equals(LevWorld.TERM_SHEETS)
              ? new ChildOf(steps[1], LevWorld.TERM_SHEETS, steps[3])
              : new Unknown(path);
      default -> new Unknown(path);
    };
  }

  private static LevRoute top(String path, String step) {
    if (TOP.contains(step)) {
      return new ListOf(step);
    }
    return step.equals("health") ? new Health() : new Unknown(path);
  }

  private static LevRoute second(String path, String first, String second) {
    if (first.equals("lenders")) {
      return second.equals("directory")
          ? new ListOf(LevWorld.LENDERS)
          : new OneOf(LevWorld.LENDERS, second);
    }
    return TOP.contains(first) ? new OneOf(first, second) : new Unknown(path);
  }

  private static LevRoute third(String path, String[] steps) {
    if (!steps[0].equals(LevWorld.DEALS)) {
      return new Unknown(path);
    }
    if (steps[2].equals(LevWorld.FINANCIALS)) {
      return new FinancialsOf(steps[1]);
    }
    return CHILDREN.contains(steps[2]) ? new ChildrenOf(steps[1], steps[2]) : new Unknown(path);
  }
}
