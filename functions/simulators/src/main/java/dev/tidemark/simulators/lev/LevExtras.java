package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
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

  Json apply(Row row, LevQuery query) {
    Json json = row.json();
    for (String include : query.include()) {
      json = json.with(include, children(include, row));
    }
    if (query.fields().isEmpty()) {
      return json;
    }
    List<String> kept = new ArrayList<>(query.fields());
    kept.add("id");
    kept.addAll(query.include());
    return json.only(kept);
  }

  /** Lev 1.2: these members come with the single lender only. */
  Json lenderDetail(Row row) {
    return row.json()
        .with("linkedin_url", "null")
        .with("aliases", "[]")
        .with("domains", "[\"lender" + row.id() + ".example\"]")
        .with("square_logo_url", "null")
        .with("programs", "[]");
  }

  private String children(String include, Row deal) {
    if (include.equals("pipelines")) {
      return "[{\"pipeline_id\":1,\"status_name\":\"Quoting\",\"updated_at\":null}]";
    }
    Collection children = dataset.children(include, deal.id());
    String joined =
        children.rows(Row::listed).stream()
            .map(row -> row.json().toString())
            .collect(Collectors.joining(","));
    if (!include.equals(LevWorld.FINANCIALS)) {
      return "[" + joined + "]";
    }
    return joined.isEmpty() ? "null" : joined;
  }
}
