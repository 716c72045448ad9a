package dev.tidemark.lake;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.LineReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A bucket with runs of {@code acme}'s deals, written by hand. */
final class Bucket implements ObjectStore {
  /** Ids are what stands behind {@code "id":}; versions are whole numbers. */
  static final LineReading READING =
      new LineReading() {
        @Override
        public String identity(LandedLine line) {
          return line.record().replaceAll("\\{\"id\":(\\d+).*", "$1");
        }

        @Override
        public long rank(@Nullable String version) {
          return version == null ? Long.MIN_VALUE : Long.parseLong(version);
        }
      };

  final TreeMap<String, byte[]> objects = new TreeMap<>();

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

  static LandedLine line(String record, String run, @Nullable String version, int generation) {
    return new LandedLine(
        record, run, 1, Instant.parse("2026-03-01T12:00:00Z"), false, version, null, generation);
  }

  static LandedLine gone(String record, String run, @Nullable String version) {
    return new LandedLine(
        record, run, 1, Instant.parse("2026-03-01T12:00:01Z"), true, version, null, 0);
  }

  /** Publishes {@code lines} as one run; {@code bounds} is the manifest's member of that name. */
  void publish(String run, String mode, String bounds, LandedLine... lines) {
    String key = "raw/acme/deals/v1/2026-03-01/" + run + "/batch-000001.ndjson.gz";
    List<String> texts = new ArrayList<>();
    for (LandedLine line : lines) {
      texts.add(line.text());
    }
    objects.put(key, gzip(texts.stream().map(text -> text + "\n").collect(Collectors.joining())));
    String start = run.substring(0, 4) + "-03-01T12:00:" + run.substring(13, 15) + "Z";
    manifest(
        run,
        """
        {"schema":1,"connection":"acme","resource":"deals","run":"%s","mode":"%s",
         "startedAt":"%s","completedAt":"2026-03-01T13:00:00Z","bounds":%s,"records":%d,
         "objects":[{"key":"%s","records":%d,"bytes":1,"sha256":"x"}],"later":{"member":1}}
        """
            .formatted(run, mode, start, bounds, lines.length, key, lines.length));
  }

  void manifest(String run, String json) {
    objects.put("manifests/acme/deals/" + run + ".json", json.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
