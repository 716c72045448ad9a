package dev.tidemark.cli.demo;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.rest.record.LineRecall;
import java.util.Map;
import java.util.Objects;

/**
 * The comparison of the lake with what the simulated API holds, record by record and byte by byte,
 * deletes included.
 *
 * @param records records in both
 * @param deletes records that both say are gone
 * @param wrong records that are missing, too many or of other bytes
 * @param repeated lines that were published although nothing had changed
 */
record Proof(String resource, long records, long deletes, long wrong, long repeated) {

  static Proof of(Lake landed, DemoAccount account, String resource) {
    PublishedState lake =
        landed.state(
            ResourceKey.of(account.name(), resource),
            new LineRecall(account.open().definition().resource(resource)));
    Truth truth = account.truth(resource);
    long wrong =
        missing(truth.records(), lake.records()) + missing(truth.tombstones(), lake.deletes());
    wrong +=
        lake.records().keySet().stream().filter(id -> !truth.records().containsKey(id)).count();
    return new Proof(
        account.name() + " " + resource,
        truth.records().size(),
        lake.deletes().size(),
        wrong,
        lake.repetitions());
  }

  private static long missing(Map<String, String> truth, Map<String, String> lake) {
    return truth.entrySet().stream()
        .filter(record -> !Objects.equals(record.getValue(), lake.get(record.getKey())))
        .count();
  }

  boolean holds() {
    return wrong == 0 && repeated == 0;
  }
}
