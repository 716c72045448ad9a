package dev.tidemark.tables;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.ObjectStore;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.record.LineRecall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A bucket with runs of {@code acme}'s deals, in memory. */
final class Bucket implements ObjectStore {
  static final ResourceKey DEALS = ResourceKey.of("acme", "deals");

  static final Resource RESOURCE = declaring("");

  static final LineRecall READING = new LineRecall(RESOURCE);

  /** The resource with these columns. */
  static Resource declaring(String columns) {
    return DefinitionReader.read("acme.yaml", definition(columns)).resource("deals");
  }

  /** The definition of the resource with these columns. */
  static String definition(String columns) {
    return """
    tidemark: 1
    source: acme
    title: Acme
    baseUrl: https://api.acme.example
    auth: {apiKey: {}}
    defaults: {records: data, id: id, promote: run-start, order: unordered}
    resources:
      deals:
        path: /deals
        pagination: {kind: none}
        version: {field: v, type: integer}
        columns: {%s}
    """
        .formatted(columns);
  }

  final TreeMap<String, byte[]> objects = new TreeMap<>();
  private final Random random;
  private final Calls calls;
  private int runs;

  Bucket(long seed, Calls calls) {
    this.random = new Random(seed);
    this.calls = calls;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return calls.make("get " + key, () -> objects.get(key));
  }

  @Override
  public List<String> list(String prefix) {
    return calls.make(
        "list", () -> objects.keySet().stream().filter(key -> key.startsWith(prefix)).toList());
  }

  @Override
  public String place(String key) {
    return "memory:" + key;
  }

  /**
   * A run of random lines: few ids, so that lines meet; versions that go up, back, and are lost;
   * deletes and restores; generations; runs of one second, and pages fetched at one moment.
   */
  String draw(int schema) {
    int start = random.nextInt(4);
    String run = String.format(Locale.ROOT, "20260301T12000%dZ-%010d", start, runs++);
    List<List<LandedLine>> batches = new ArrayList<>();
    for (int batch = 1; batch <= random.nextInt(4); batch++) {
      List<LandedLine> lines = new ArrayList<>();
      for (int line = 0; line <= random.nextInt(20); line++) {
        lines.add(line(run, batch));
      }
      batches.add(lines);
    }
    publish(run, schema, "2026-03-01T12:00:0" + start + "Z", batches);
    return run;
  }

  private LandedLine line(String run, int batch) {
    int number = random.nextInt(12);
    String id = random.nextInt(3) == 0 ? "\"" + number + "\"" : Integer.toString(number);
    boolean child = random.nextInt(4) == 0;
    return new LandedLine(
        "{\"id\":%s,\"n\":\"%d ä\"}".formatted(id, random.nextInt(1000)),
        run,
        batch,
        Instant.parse("2026-03-01T12:00:00Z").plusMillis(random.nextInt(3)),
        random.nextInt(4) == 0,
        random.nextInt(5) == 0 ? null : Integer.toString(random.nextInt(8)),
        child ? (random.nextBoolean() ? "1" : "\"1/2\"") : null,
        random.nextInt(5) / 4);
  }

  /** Publishes {@code lines} as one run of the first form. */
  void publish(String run, LandedLine... lines) {
    publish(run, 1, "2026-03-01T12:00:00Z", List.of(List.of(lines)));
  }

  static LandedLine line(String record, String run, @Nullable String version, boolean deleted) {
    return new LandedLine(
        record, run, 1, Instant.parse("2026-03-01T12:00:00Z"), deleted, version, null, 0);
  }

  /** Publishes {@code batches} as one run. */
  void publish(String run, int schema, String startedAt, List<List<LandedLine>> batches) {
    StringBuilder listed = new StringBuilder();
    int number = 0;
    for (List<LandedLine> batch : batches) {
      String key = "raw/acme/deals/v%d/%s/batch-%06d".formatted(schema, run, ++number);
      StringBuilder text = new StringBuilder();
      batch.forEach(line -> text.append(line.text()).append('\n'));
      objects.put(key, gzip(text.toString()));
      listed
          .append(listed.isEmpty() ? "" : ",")
          .append(
              "{\"key\":\"%s\",\"records\":%d,\"bytes\":1,\"sha256\":\"x\"}"
                  .formatted(key, batch.size()));
    }
    String json =
        """
        {"schema":1,"connection":"acme","resource":"deals","run":"%s","mode":"incremental",
         "startedAt":"%s","completedAt":"2026-03-01T12:01:00Z",
         "schemaVersion":%d,"checkpoint":{},"objects":[%s]}
        """
            .formatted(run, startedAt, schema, listed);
    objects.put("manifests/acme/deals/" + run + ".json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
