package dev.tidemark.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found out about one resource.
 *
 * @param resource its name
 */
public record Certificate(String resource, Tried tried) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Whether nothing was found against it. */
  public boolean certified() {
    return tried.findings().isEmpty();
  }

  /** Cases that were tried. */
  public int cases() {
    return tried.total();
  }

  /** The document of it, with what {@code heading} says of all. */
  public String json(Heading heading) {
    ObjectNode json = JSON.createObjectNode().put("schema", 1);
    heading.into(json);
    json.put("resource", resource).put("certified", certified()).put("total", cases());
    ObjectNode kinds = json.putObject("cases");
    tried.cases().forEach(kinds::put);
    ArrayNode findings = json.putArray("findings");
    grouped()
        .forEach((finding, more) ->
            findings
                .addObject()
                .put("kind", finding.kind())
                .put("symptom", finding.symptom().getClass().getSimpleName())
                .put("says", finding.sentence())
                .put("more", more));
    ObjectNode lies = json.putObject("lies");
    tried.lies().forEach(lies::put);
    tried.notes().forEach(json.putArray("notes")::add);
    return json.toString();
  }

  /** The lines of it. */
  public String lines() {
    StringBuilder out = new StringBuilder();
    out.append(resource)
        .append(": ")
        .append(certified() ? "certified, " + cases() + " cases hold" : "NOT certified")
        .append('\n');
    tried.cases().forEach((kind, count) -> out.append("  %6d  %s%n".formatted(count, kind)));
    grouped()
        .forEach((finding, more) ->
            out.append("  NO    ")
                .append(finding.sentence())
                .append(more == 0 ? "" : " (and " + more + " like it)")
                .append('\n'));
    tried
        .lies()
        .forEach((says, verdict) -> out.append("  lie   %s: %s%n".formatted(says, verdict)));
    tried.notes().forEach(note -> out.append("  note  ").append(note).append('\n'));
    return out.toString();
  }

  /** The first finding of each kind and symptom, with how many more there are. */
  private Map<Finding, Integer> grouped() {
    Map<List<Object>, Finding> first = new LinkedHashMap<>();
    Map<Finding, Integer> grouped = new LinkedHashMap<>();
    for (Finding finding : tried.findings()) {
      List<Object> like = List.of(finding.kind(), finding.symptom().getClass(), finding.remedy());
      Finding before = first.putIfAbsent(like, finding);
      grouped.merge(before == null ? finding : before, before == null ? 0 : 1, Integer::sum);
    }
    return grouped;
  }
}
