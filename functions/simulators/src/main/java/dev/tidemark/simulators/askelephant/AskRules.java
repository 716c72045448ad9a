package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.server.QueryString;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a list refuses (contract askelephant 2.2, 2.3, 2.5); the first finding is the answer. */
final class AskRules {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
  private static final Map<String, List<String>> ENUMS =
      Map.of("engagement_type", AskShapes.TYPES, "processing_status", AskShapes.STATES);
  private static final Map<String, Integer> MOST =
      Map.of("company_ids", 25, "contact_ids", 25, "crm_associations", 20);

  private AskRules() {}

  /**
   * The refusal, or null when the query is as it should be.
   *
   * @param capped whether a limit that is too high is taken for the highest
   */
  static @Nullable AskProblem check(String resource, QueryString query, boolean capped) {
    AskProblem finding = names(resource, query);
    finding = finding == null ? limit(query.first(AskParameters.LIMIT), capped) : finding;
    finding =
        finding == null ? known(query, AskParameters.ORDER_BY, AskParameters.ORDERS) : finding;
    finding =
        finding == null ? known(query, AskParameters.EXPAND, AskParameters.EXPANSIONS) : finding;
    return finding == null ? filters(resource, query) : finding;
  }

  private static @Nullable AskProblem names(String resource, QueryString query) {
    Set<String> allowed = AskParameters.of(resource);
    for (QueryString.Parameter parameter : query.parameters()) {
      String name = parameter.name();
      if (!allowed.contains(name) && AskFilter.of(name, "") == null) {
        return AskProblem.badRequest("Unknown query parameter " + name + ".");
      }
    }
    String repeated = query.repeated();
    return repeated == null
        ? null
        : AskProblem.badRequest("Parameter " + repeated + " was sent twice.");
  }

  private static @Nullable AskProblem limit(@Nullable String limit, boolean capped) {
    if (limit == null) {
      return null;
    }
    boolean number = INTEGER.matcher(limit).matches();
    int value = number ? Integer.parseInt(limit) : 0;
    return value < 1 || (value > AskQuery.MAX_LIMIT && !capped)
        ? AskProblem.invalid("limit", "invalid_range", "limit must be between 1 and 100.")
        : null;
  }

  private static @Nullable AskProblem known(
      QueryString query, String parameter, Set<String> allowed) {
    String value = query.first(parameter);
    if (value == null || allowed.containsAll(List.of(value.split(",", -1)))) {
      return null;
    }
    return AskProblem.badRequest("Invalid value for " + parameter + ": " + value);
  }

  private static @Nullable AskProblem filters(String resource, QueryString query) {
    for (AskFilter filter : AskQuery.of(resource, query).filters()) {
      if (!AskParameters.operators(resource, filter.field()).contains(filter.operator())) {
        return AskProblem.badRequest(
            "Unsupported filter " + filter.field() + " " + filter.operator() + ".");
      }
      List<String> allowed = ENUMS.get(filter.field());
      boolean known = allowed == null || allowed.containsAll(filter.values());
      boolean few = filter.values().size() <= MOST.getOrDefault(filter.field(), Integer.MAX_VALUE);
      if (!known || !few || !filter.readable()) {
        return AskProblem.badRequest("Invalid value for filter " + filter.field() + ".");
      }
    }
    return null;
  }
}
