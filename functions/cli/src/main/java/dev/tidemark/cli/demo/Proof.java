package dev.tidemark.cli.demo;

import dev.tidemark.cli.lake.PublishedState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The comparison of the lake with what the simulated API holds, record by record and byte by byte.
 *
 * @param records records in both
 * @param wrong records that are missing, too many or of other bytes
 * @param repeated lines that were published although nothing had changed
 */
record Proof(String resource, long records, long wrong, long repeated) {

  static Proof of(Path bucket, DemoSource source, String resource) throws IOException {
    PublishedState lake = PublishedState.read(bucket, source.name(), resource, "id");
    Map<String, String> truth = new TreeMap<>();
    source
        .simulator()
        .truth(source.collection(resource))
        .forEach(
            (id, record) -> truth.put(source.name().equals("lev") ? id : '"' + id + '"', record));
    long wrong = 0;
    for (Map.Entry<String, String> record : truth.entrySet()) {
      if (!record.getValue().equals(lake.records().get(record.getKey()))) {
        wrong++;
      }
    }
    wrong += lake.records().keySet().stream().filter(id -> !truth.containsKey(id)).count();
    return new Proof(source.name() + " " + resource, truth.size(), wrong, lake.repeated());
  }

  boolean holds() {
    return wrong == 0 && repeated == 0;
  }
}
