package dev.tidemark.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.certify.described.DescribedRow;
import dev.tidemark.core.lake.LandedLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares a lake with the truth where the API may have written the same records otherwise: by what
 * they say, not by their bytes, and aside from their times.
 */
final class LieJudge {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatedAccount account;

  LieJudge(SimulatedAccount account) {
    this.account = account;
  }

  /**
   * What is wrong.
   *
   * @param reconciled whether what is not there any more has to be gone
   */
  List<Symptom> symptoms(boolean reconciled) {
    LakeView view = LakeView.of(account.stage, account.subject);
    Map<String, DescribedRow> truth = new HashMap<>();
    account.rows().all().forEach(row -> truth.put(Audit.identity(account, row), row));
    List<Symptom> symptoms = new ArrayList<>();
    truth.forEach((identity, row) -> compare(view, identity, row, symptoms));
    view.newest()
        .forEach((identity, line) -> {
          if (reconciled && !truth.containsKey(identity) && !line.deleted()) {
            symptoms.add(new Symptom.Ghost(identity));
          }
        });
    return symptoms;
  }

  /** What a run that failed may not have done either. */
  List<Symptom> falseDeletes() {
    return symptoms(false).stream().filter(Symptom.FalselyDeleted.class::isInstance).toList();
  }

  private void compare(LakeView view, String identity, DescribedRow row, List<Symptom> symptoms) {
    LandedLine line = view.newest().get(identity);
    String updated = row.at() == null ? "" : " (updated " + row.at() + ")";
    if (line == null) {
      symptoms.add(new Symptom.Lost(identity, updated));
    } else if (line.deleted() && !row.gone()) {
      symptoms.add(new Symptom.FalselyDeleted(identity));
    } else if (row.gone() && !line.deleted()) {
      symptoms.add(new Symptom.Ghost(identity));
    } else if (!row.gone() && !says(line.record()).equals(says(account.rows().json(row)))) {
      symptoms.add(new Symptom.Stale(identity, updated));
    }
  }

  private JsonNode says(String record) {
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(record);
      new RecordEdits(account.subject.resource())
          .times()
          .forEach(path -> JsonMembers.remove(tree, path));
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException("not a record: " + record, e);
    }
  }
}
