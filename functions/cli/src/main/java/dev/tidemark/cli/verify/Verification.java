package dev.tidemark.cli.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.report.Table;
import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What came of comparing a resource with its API.
 *
 * @param scope what was compared, as it is shown
 * @param bound what is older should be published
 * @param findings what differs
 * @param extraIsLoss whether what the API does not have any more should have been found out
 * @param notes what else has to be known, a sentence each
 * @param damages what is wrong beside the records, a sentence each
 */
public record Verification(
    ResourceKey key,
    String scope,
    Instant bound,
    Compared compared,
    Findings findings,
    boolean extraIsLoss,
    List<String> notes,
    List<String> damages) {
  /**
   * How many records were compared.
   *
   * @param published records that are published
   * @param asked records that the API showed
   * @param same records that are the same in both
   * @param apiCalls attempts at the API
   */
  public record Compared(long published, long asked, long same, long apiCalls) {}

  public Verification {
    notes = List.copyOf(notes);
    damages = List.copyOf(damages);
  }

  /** Whether nothing was lost. */
  public boolean complete() {
    return damages.isEmpty() && lost() == 0;
  }

  /** Records by which the published state is wrong. */
  public long lost() {
    long lost = findings.count(Difference.MISSED) + findings.count(Difference.STALE);
    return extraIsLoss ? lost + findings.count(Difference.EXTRA) : lost;
  }

  /** What to print for the operator. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s, %s: %,d published, %,d shown by the API, %,d the same; what is older than %s"
                + " was there to be read",
            key.connection(),
            key.resource(),
            scope,
            compared.published(),
            compared.asked(),
            compared.same(),
            bound));
    Table table = new Table("difference", "records", "loss", "the first of them", "request ids");
    for (Difference kind : Difference.values()) {
      if (findings.count(kind) > 0) {
        row(table, kind);
      }
    }
    if (!table.isEmpty()) {
      lines.addAll(table.lines());
    }
    lines.addAll(damages);
    lines.addAll(notes);
    lines.add(
        complete()
            ? "complete: nothing is lost"
            : damages.isEmpty() ? lost() + " records are lost" : "not complete");
    return lines;
  }

  private void row(Table table, Difference kind) {
    List<String> ids = new ArrayList<>();
    List<String> requests = new ArrayList<>();
    for (Findings.Finding one : findings.first(kind)) {
      ids.add(one.id());
      RequestRange range = one.requests();
      String shown = range == null ? "" : range.first() + ".." + range.last();
      if (range != null && !requests.contains(shown)) {
        requests.add(shown);
      }
    }
    table.row(
        kind.word(),
        findings.count(kind),
        isLoss(kind) ? "yes" : "no",
        String.join(", ", ids),
        requests.isEmpty() ? "-" : String.join(" ", requests));
  }

  private boolean isLoss(Difference kind) {
    return kind == Difference.EXTRA ? extraIsLoss : kind.isLoss();
  }

  /** What to print for a script. */
  public ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", 1)
            .put("connection", key.connection())
            .put("resource", key.resource())
            .put("scope", scope)
            .put("bound", bound.toString())
            .put("complete", complete())
            .put("published", compared.published())
            .put("shown", compared.asked())
            .put("same", compared.same())
            .put("lost", lost())
            .put("apiCalls", compared.apiCalls());
    ArrayNode differences = json.putArray("differences");
    for (Difference kind : Difference.values()) {
      if (findings.count(kind) > 0) {
        ObjectNode one =
            differences
                .addObject()
                .put("difference", kind.word())
                .put("records", findings.count(kind))
                .put("loss", isLoss(kind));
        ArrayNode first = one.putArray("first");
        findings.first(kind).forEach(finding -> first.add(finding.json()));
      }
    }
    damages.forEach(json.putArray("damages")::add);
    notes.forEach(json.putArray("notes")::add);
    return json;
  }
}
