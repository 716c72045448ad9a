package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an answer adds to a record or leaves out of it: includes, fields, a lender's details. */
final class LevExtras {
  static final Set<String> INCLUDES =
      Set.of(LevWorld.FINANCIALS, LevWorld.PROPERTIES, LevWorld.TEAM, "pipelines");

  private final Dataset dataset;

  LevExtras(Dataset dataset) {
    this.dataset = dataset;
  }

  Json apply(Row row, QueryString query) {
    List<String> include = query.words(LevRules.INCLUDE);
    Json json = row.json();
    for (String name : include) {
      json = json.with(name, children(name, row));
    }
    List<String> kept = new ArrayList<>(query.words(LevRules.FIELDS));
    if (kept.isEmpty()) {
      return json;
    }
    kept.add("id");
    kept.addAll(include);
    return json.only(kept);
  }

  /** Lev 1.2: these members come with the single lender only. */
  static Json lenderDetail(Row row) {
    return row.json().with("aliases", "[]").with("programs", "[]");
  }

  private String children(String include, Row deal) {
    if (include.equals("pipelines")) {
      return "[{\"pipeline_id\":1,\"status_name\":\"Quoting\",\"updated_at\":null}]";
    }
    String joined =
        dataset.children(include, deal.id()).rows(Row::listed).stream()
            .map(row -> row.json().toString())
            .collect(Collectors.joining(","));
    if (!include.equals(LevWorld.FINANCIALS)) {
      return "[" + joined + "]";
    }
    return joined.isEmpty() ? "null" : joined;
  }
}
