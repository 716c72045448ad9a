package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Shape;
import dev.tidemark.simulators.page.TimeBound;
import dev.tidemark.simulators.server.QueryString;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Lev refuses in a query string (contract lev 1.3 and 1.5); the first finding is the answer.
 */
final class LevRules {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";
  static final String FIELDS = "fields";
  static final String INCLUDE = "include";

  static final int USUAL = 50;
  static final int MOST = 200;

  private LevRules() {}

  /** The refusal, or null when the query is as it should be. */
  static @Nullable LevError check(LevCall call, Shape shape) {
    QueryString query = call.request().query();
    String surplus = query.surplus(known(call.route()));
    if (surplus != null) {
      return LevError.badRequest("Query parameter unknown or sent twice: " + surplus);
    }
    if (query.number(LIMIT, USUAL, MOST) == 0) {
      return LevError.validation("limit must be an integer between 1 and " + MOST);
    }
    String cursor = query.first(CURSOR);
    if (cursor != null && LevWorld.CURSORS.id(cursor) == null) {
      return LevError.badRequest("Invalid cursor");
    }
    if (!TimeBound.readable(query)) {
      return LevError.badRequest("Malformed value for filter[updated_at]");
    }
    LevError finding = words(query, INCLUDE, LevExtras.INCLUDES);
    if (finding != null || !query.has(FIELDS)) {
      return finding;
    }
    Set<String> members = new HashSet<>(shape.fields());
    members.addAll(LevExtras.INCLUDES);
    return words(query, FIELDS, members);
  }

  /** Whether a list is paged at all (contract lev 1.2, "page (no params)"). */
  static boolean paged(LevRoute route) {
    return known(route).contains(LIMIT);
  }

  /** The parameters that an endpoint knows, of those that the definition can ask for. */
  private static Set<String> known(LevRoute route) {
    return switch (route.resource()) {
      case LevWorld.DEALS -> {
        Set<String> names = new HashSet<>(TimeBound.NAMES);
        names.addAll(Set.of(LIMIT, CURSOR, FIELDS, INCLUDE));
        yield names;
      }
      case LevWorld.CONTACTS, LevWorld.COMPANIES, LevWorld.LENDERS -> Set.of(LIMIT, CURSOR, FIELDS);
      case LevWorld.PLACEMENTS, "deals/{id}/notes", "deals/{id}/term-sheets" ->
          Set.of(LIMIT, CURSOR);
      case "deals/{id}" -> Set.of(FIELDS, INCLUDE);
      default -> Set.of();
    };
  }

  private static @Nullable LevError words(QueryString query, String name, Set<String> known) {
    return known.containsAll(query.words(name))
        ? null
        : LevError.validation("Unknown word in " + name + ": " + query.first(name));
  }
}
