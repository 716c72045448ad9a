package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.server.QueryString;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Lev refuses in a query string (contract lev 1.3 and 1.5); the first finding is the answer.
 */
final class LevRules {
  private static final int MAX_LIMIT = 200;
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final Map<String, List<String>> ENUMS =
      Map.of(
          "loan_type", DealShapes.LOAN_TYPES,
          "transaction_type", DealShapes.TRANSACTION_TYPES,
          "business_plan", DealShapes.BUSINESS_PLANS,
          "archived", List.of("true", "false"));
  private static final Set<String> DEAL_SORTS =
      Set.of("title", "loan_amount", "created_at", "updated_at");

  private LevRules() {}

  /** The refusal, or null when the query is as it should be. */
  static @Nullable LevError check(LevRoute route, QueryString query, boolean byUpdate) {
    LevError finding = names(query, LevParameters.of(route, byUpdate));
    finding = finding == null ? limit(query) : finding;
    finding = finding == null ? position(query) : finding;
    finding = finding == null ? sorts(route, query) : finding;
    finding =
        finding == null
            ? known(query, LevParameters.INCLUDE, LevExtras.INCLUDES, "include")
            : finding;
    return finding == null ? filters(query) : finding;
  }

  /** Fields are checked against the records that the endpoint has. */
  static @Nullable LevError fields(QueryString query, Set<String> existing) {
    Set<String> allowed = new HashSet<>(existing);
    allowed.addAll(LevExtras.INCLUDES);
    return known(query, LevParameters.FIELDS, allowed, "field");
  }

  private static @Nullable LevError names(QueryString query, Set<String> allowed) {
    for (QueryString.Parameter parameter : query.parameters()) {
      if (!allowed.contains(parameter.name())) {
        return LevError.badRequest("Unknown query parameter: " + parameter.name());
      }
    }
    String repeated = query.repeated();
    return repeated == null ? null : LevError.badRequest("Parameter sent twice: " + repeated);
  }

  private static @Nullable LevError limit(QueryString query) {
    String limit = query.first(LevParameters.LIMIT);
    if (limit == null) {
      return null;
    }
    if (!INTEGER.matcher(limit).matches()) {
      return LevError.validation("limit must be an integer");
    }
    int value = Integer.parseInt(limit);
    return value < 1 || value > MAX_LIMIT
        ? LevError.validation("limit must be between 1 and " + MAX_LIMIT)
        : null;
  }

  private static @Nullable LevError position(QueryString query) {
    String cursor = query.first(LevParameters.CURSOR);
    boolean sorted = query.has(LevParameters.SORT);
    if (cursor != null && sorted) {
      return LevError.badRequest(
          "cursor and sort cannot be combined; use offset pagination when sorting");
    }
    if (cursor != null && LevCursor.id(cursor) == null) {
      return LevError.badRequest("Invalid cursor");
    }
    String offset = query.first(LevParameters.OFFSET);
    if (offset != null && !sorted) {
      return LevError.badRequest("offset needs a sort");
    }
    return offset == null || (INTEGER.matcher(offset).matches() && !offset.startsWith("-"))
        ? null
        : LevError.validation("offset must be a non-negative integer");
  }

  private static @Nullable LevError sorts(LevRoute route, QueryString query) {
    Set<String> allowed = route.resource().equals(LevWorld.DEALS) ? DEAL_SORTS : Set.of("name");
    for (String word : LevQuery.words(query, LevParameters.SORT)) {
      if (!allowed.contains(word.startsWith("-") ? word.substring(1) : word)) {
        return LevError.validation("Invalid sort: " + word);
      }
    }
    return null;
  }

  private static @Nullable LevError known(
      QueryString query, String parameter, Set<String> allowed, String what) {
    for (String word : LevQuery.words(query, parameter)) {
      if (!allowed.contains(word)) {
        return LevError.validation("Unknown " + what + ": " + word);
      }
    }
    return null;
  }

  private static @Nullable LevError filters(QueryString query) {
    for (LevFilter filter : LevQuery.of(query).filters()) {
      List<String> allowed = ENUMS.get(filter.field());
      if (allowed != null && !allowed.containsAll(List.of(filter.value().split(",", -1)))) {
        return LevError.validation("Invalid value for " + filter.field() + ": " + filter.value());
      }
      if (!filter.readable()) {
        return LevError.badRequest("Malformed value for " + filter.field());
      }
    }
    return null;
  }
}
