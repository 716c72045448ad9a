package dev.tidemark.cli.process;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One source landed twice: all of it, then what changed meanwhile.
 *
 * @param changed the resource whose records were edited and added to between the runs
 * @param empty the resource that never has a record
 * @param before what had to be landed of the changed resource by the first run
 * @param asked requests for the changed resource in the first run
 */
record Landing(
    Api api,
    Lake lake,
    String changed,
    String empty,
    Ran first,
    Map<String, String> before,
    long asked,
    Ran second) {
  private static final Instant NEWEST = Instant.parse("2026-06-01T00:00:00Z");
  private static final int EDITS = 20;

  /** A tenth of the records is odd, and each time is that of seven of them. */
  static DatasetPlan plan(String empty) {
    return DatasetPlan.of(7, 130)
        .withNastyShare(0.1)
        .withBurst(7)
        .withNewest(NEWEST)
        .withRecords(empty, 0);
  }

  static Landing of(Api api, Path home, String changed, String empty) {
    Tidemark sync = api.sync(home, "--set", "pageSize=50").with(resources(api.source()).toArray());
    Ran first = sync.start().end();
    Map<String, String> before = new TreeMap<>(api.truth(changed));
    long asked = api.asked(changed).size();
    change(api.collection(changed));
    return new Landing(
        api, Lake.of(home, api.source()), changed, empty, first, before, asked, sync.run());
  }

  /** Edits, additions, and one more record at the very time that the first run ended with. */
  private static void change(Collection collection) {
    List<Row> honest =
        collection.rows(
            row -> row.listed() && row.updatedAt() != null && row.updatedAt().isBefore(NEWEST));
    Instant last = honest.stream().map(Row::updatedAt).max(Comparator.naturalOrder()).orElseThrow();
    for (int i = 0; i < EDITS; i++) {
      collection.edit(honest.get(i * honest.size() / EDITS).id(), NEWEST.plusSeconds(60));
    }
    collection.insert(last);
    collection.insert(NEWEST.plusSeconds(60));
    collection.insert(NEWEST.plusSeconds(61));
  }

  /** Lines that the second run has to publish. */
  int changes() {
    return EDITS + 3;
  }

  /** The resources that have a list of their own. */
  List<String> resources() {
    return resources(api.source());
  }

  private static List<String> resources(String source) {
    return source.equals("lev")
        ? List.of("deals", "contacts", "companies", "placements", "lenders")
        : List.of("contacts", "companies", "users", "tags", "engagements");
  }

  @Override
  public String toString() {
    return api.source();
  }
}
