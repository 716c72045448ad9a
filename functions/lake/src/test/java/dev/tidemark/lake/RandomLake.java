package dev.tidemark.lake;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.watermark.VersionRank;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of runs drawn at random: few ids, so that lines meet; versions that go up, back, and are
 * lost; deletes and restores; generations; children; runs that overlap, and pages fetched at one
 * moment.
 */
final class RandomLake implements ObjectStore {
  /** The number behind {@code "id":}, beside the parent where there is one. */
  static final LineReading READING =
      new LineReading() {
        @Override
        public String identity(LandedLine line) {
          String id = line.record().replaceAll("\\{\"id\":(\\d+).*", "$1");
          return line.parent() == null ? id : line.parent() + "/" + id;
        }

        @Override
        public long rank(@Nullable String version) {
          return version == null ? VersionRank.NONE : VersionRank.of(new BigDecimal(version));
        }
      };

  final TreeMap<String, byte[]> objects = new TreeMap<>();
  private final Random random;

  RandomLake(long seed) {
    random = new Random(seed);
    int runs = 1 + random.nextInt(6);
    for (int run = 0; run < runs; run++) {
      run(run);
    }
  }

  private void run(int number) {
    int start = random.nextInt(4);
    String run = String.format(Locale.ROOT, "20260301T12000%dZ-%02d", start, number);
    int schema = 1 + random.nextInt(8) / 7;
    List<Manifest.Entry> entries = new ArrayList<>();
    for (int batch = 1; batch <= random.nextInt(4); batch++) {
      String key = "raw/acme/deals/v%d/%s/batch-%06d".formatted(schema, run, batch);
      int lines = 1 + random.nextInt(30);
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < lines; line++) {
        text.append(line(run, batch).text()).append('\n');
      }
      objects.put(key, Bucket.gzip(text.toString()));
      entries.add(new Manifest.Entry(key, lines, 1, "x"));
    }
    boolean promotes = random.nextInt(3) > 0;
    String listed =
        entries.stream()
            .map(one ->
                "{\"key\":\"%s\",\"records\":%d,\"bytes\":1,\"sha256\":\"x\"}"
                    .formatted(one.key(), one.records()))
            .reduce((one, other) -> one + "," + other)
            .orElse("");
    String json =
        """
        {"schema":1,"connection":"acme","resource":"deals","run":"%s","mode":"incremental",
         "startedAt":"2026-03-01T12:00:0%dZ","completedAt":"2026-03-01T12:00:1%dZ",
         "schemaVersion":%d,"checkpoint":%s,"objects":[%s]}
        """
            .formatted(run, start, random.nextInt(5), schema, promotes ? "{}" : "null", listed);
    objects.put("manifests/acme/deals/" + run + ".json", json.getBytes(StandardCharsets.UTF_8));
  }

  private LandedLine line(String run, int batch) {
    boolean child = random.nextInt(4) == 0;
    return new LandedLine(
        "{\"id\":%d,\"n\":\"%d ä\"}".formatted(random.nextInt(25), random.nextInt(1000)),
        run,
        batch,
        Instant.parse("2026-03-01T12:00:00Z").plusMillis(random.nextInt(3)),
        random.nextInt(4) == 0,
        random.nextInt(5) == 0 ? null : Integer.toString(random.nextInt(8)),
        child ? Integer.toString(random.nextInt(3)) : null,
        random.nextInt(5) / 4);
  }

  @Override
  public byte @Nullable [] get(String key) {
    return objects.get(key);
  }

  @Override
  public List<String> list(String prefix) {
    return objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public String place(String key) {
    return "memory:" + key;
  }
}
