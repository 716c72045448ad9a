package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Ids;
import dev.tidemark.simulators.server.QueryString;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an export refuses (contract zendesk 3.3); the first finding is the answer. */
final class ZendeskRules {
  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private ZendeskRules() {}

  /** The refusal, or null when the query is as it should be. */
  static @Nullable ZendeskError check(ZendeskCall call, Ids ids) {
    QueryString query = call.request().query();
    ZendeskError finding = names(query, call.route());
    finding = finding == null ? size(query) : finding;
    finding = finding == null ? choices(query, call.route()) : finding;
    finding = finding == null ? cursor(query, ids) : finding;
    return finding == null ? start(call) : finding;
  }

  static @Nullable ZendeskError names(QueryString query, ZendeskRoute route) {
    Set<String> allowed = ZendeskParameters.of(route);
    for (QueryString.Parameter parameter : query.parameters()) {
      if (!allowed.contains(parameter.name())) {
        return ZendeskError.badRequest("Unknown parameter " + parameter.name());
      }
    }
    String repeated = query.repeated();
    return repeated == null ? null : ZendeskError.badRequest("Sent twice: " + repeated);
  }

  private static @Nullable ZendeskError size(QueryString query) {
    String size = query.first(ZendeskParameters.PER_PAGE);
    if (size == null) {
      return null;
    }
    int value = INTEGER.matcher(size).matches() ? Integer.parseInt(size) : 0;
    return value < 1 || value > ZendeskQuery.MOST
        ? ZendeskError.badPagination("per_page is invalid")
        : null;
  }

  private static @Nullable ZendeskError choices(QueryString query, ZendeskRoute route) {
    ZendeskError finding = known(query, ZendeskParameters.SCOPE, ZendeskParameters.SCOPES);
    for (String flag :
        List.of(
            ZendeskParameters.EXCLUDE_DELETED,
            ZendeskParameters.RECORDS_EXCLUDE_DELETED,
            "include_changes")) {
      finding = finding == null ? known(query, flag, ZendeskParameters.FLAGS) : finding;
    }
    return finding == null
        ? known(query, ZendeskParameters.INCLUDE, ZendeskParameters.sideloads(route))
        : finding;
  }

  private static @Nullable ZendeskError known(QueryString query, String name, Set<String> allowed) {
    String value = query.first(name);
    return value == null || allowed.containsAll(List.of(value.split(",", -1)))
        ? null
        : ZendeskError.badRequest("Invalid value for " + name + ": " + value);
  }

  private static @Nullable ZendeskError cursor(QueryString query, Ids ids) {
    String text = query.first(ZendeskParameters.CURSOR);
    if (text == null) {
      return null;
    }
    if (query.has(ZendeskParameters.START_TIME)) {
      return ZendeskError.badRequest("start_time and cursor cannot be combined");
    }
    ZendeskCursor cursor = ZendeskCursor.parse(text);
    boolean numeric = ids instanceof ZendeskIds;
    return cursor == null || (numeric && !cursor.id().matches("[0-9]{1,18}"))
        ? ZendeskError.badPagination("cursor is invalid")
        : null;
  }

  private static @Nullable ZendeskError start(ZendeskCall call) {
    QueryString query = call.request().query();
    String start = query.first(ZendeskParameters.START_TIME);
    if (start == null) {
      return query.has(ZendeskParameters.CURSOR)
          ? null
          : ZendeskError.badRequest("start_time is required");
    }
    if (!SECONDS.matcher(start).matches()) {
      return ZendeskError.badRequest("start_time is no integer: " + start);
    }
    Duration age = call.leastAge();
    long latest = call.request().at().minus(age).getEpochSecond();
    return age.isZero() || Long.parseLong(start) <= latest ? null : ZendeskError.tooRecent();
  }
}
