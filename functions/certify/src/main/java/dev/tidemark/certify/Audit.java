package dev.tidemark.certify;

import dev.tidemark.certify.described.DescribedRow;
import dev.tidemark.certify.described.RecordForm;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.rest.definition.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares a lake with the truth. */
final class Audit {
  /** The last number of an identity. */
  private static final Pattern LAST = Pattern.compile("^.*?(\\d+)\\]?$");

  private final SimulatedAccount account;
  private final LakeView view;
  private final List<Symptom> symptoms = new ArrayList<>();

  private Audit(SimulatedAccount account) {
    this.account = account;
    this.view = LakeView.of(account.stage, account.subject);
  }

  /**
   * What is wrong.
   *
   * @param expected the records that are to be there
   * @param reconciled whether what is not there any more has to be gone
   */
  static List<Symptom> of(
      SimulatedAccount account, List<DescribedRow> expected, boolean reconciled) {
    Audit audit = new Audit(account);
    Map<String, DescribedRow> truth = new HashMap<>();
    expected.forEach(row -> truth.put(audit.identity(row), row));
    truth.forEach(audit::compare);
    audit.view.newest().forEach((identity, line) -> audit.known(identity, line, truth, reconciled));
    audit.view.twice().forEach(identity -> audit.symptoms.add(new Symptom.Twice(identity)));
    return audit.symptoms;
  }

  private String identity(DescribedRow row) {
    return identity(account, row);
  }

  /** By what the lake knows {@code row}. */
  static String identity(SimulatedAccount account, DescribedRow row) {
    RecordId form = account.subject.resource().members().id();
    String id =
        form.json(
            RecordForm.idValues(row.id(), form.members().size()).stream()
                .map(String::valueOf)
                .toList());
    if (!account.subject.child()) {
      return id;
    }
    return account.subject.resource().answer().one()
        ? Long.toString(row.parent())
        : row.parent() + "/" + id;
  }

  private void compare(String identity, DescribedRow row) {
    if (account.subject.child() && account.parents().find(row.parent()) == null) {
      return;
    }
    LandedLine line = view.newest().get(identity);
    String updated = row.at() == null ? "" : " (updated " + row.at() + ")";
    if (line == null) {
      symptoms.add(new Symptom.Lost(identity, updated));
    } else if (line.deleted() && !row.gone()) {
      symptoms.add(new Symptom.FalselyDeleted(identity));
    } else if (!line.record().equals(account.rows().json(row))) {
      symptoms.add(new Symptom.Stale(identity, updated));
    } else if (row.gone() && !line.deleted()) {
      symptoms.add(new Symptom.Ghost(identity));
    }
  }

  private void known(
      String identity, LandedLine newest, Map<String, DescribedRow> truth, boolean reconciled) {
    if (!truth.containsKey(identity) && reconciled && !newest.deleted()) {
      symptoms.add(new Symptom.Ghost(identity));
    }
    long id = idOf(identity, truth.get(identity));
    List<String> texts = account.rows().texts(id);
    for (LandedLine line : view.lines().getOrDefault(identity, List.of())) {
      if (!texts.contains(line.record()) && !tombstone(line)) {
        symptoms.add(new Symptom.Invented(identity));
        return;
      }
    }
  }

  /** A delete that was proved carries the id and nothing else. */
  private boolean tombstone(LandedLine line) {
    int members = account.subject.resource().members().id().members().size();
    return line.deleted() && line.record().chars().filter(c -> c == ',').count() < members;
  }

  private static long idOf(String identity, @Nullable DescribedRow row) {
    return row == null ? Long.parseLong(LAST.matcher(identity).replaceAll("$1")) : row.id();
  }
}
