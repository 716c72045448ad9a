package dev.tidemark.lake;

import dev.tidemark.core.run.ResourceKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the state of a lake whose objects are made up as they are asked for: every record was
 * published twice, and of each hundredth other one the second line is a delete.
 */
final class ManyLines {
  private static final int PER_OBJECT = 10_000;
  private static final String RUN = "20260301T120001Z-a";

  private ManyLines() {}

  public static void main(String[] arguments) throws IOException {
    int records = Integer.parseInt(arguments[0]);
    Lake lake = new Lake(new Made(records + records / 100));
    ExactState state =
        ExactState.of(
            lake,
            lake.runs(ResourceKey.of("acme", "deals")),
            RandomLake.READING,
            Path.of(arguments[1]));
    long[] handedOut = new long[1];
    state.records(_ -> handedOut[0]++);
    System.out.printf(
        Locale.ROOT,
        "%d records, %d deletes, %d lines handed out%n",
        state.records(),
        state.deletes(),
        handedOut[0]);
  }

  private record Made(int ids) implements ObjectStore {
    @Override
    public byte @Nullable [] get(String key) {
      return key.startsWith("manifests/")
          ? manifest().getBytes(StandardCharsets.UTF_8)
          : lines(Integer.parseInt(key.substring("raw/".length())));
    }

    private String manifest() {
      StringBuilder objects = new StringBuilder();
      for (int object = 0; object * PER_OBJECT < 2 * ids; object++) {
        objects
            .append(object == 0 ? "" : ",")
            .append(
                "{\"key\":\"raw/%d\",\"records\":%d,\"bytes\":1,\"sha256\":\"x\"}"
                    .formatted(object, Math.min(PER_OBJECT, 2 * ids - object * PER_OBJECT)));
      }
      return """
      {"schema":1,"connection":"acme","resource":"deals","run":"%s","mode":"incremental",
       "startedAt":"2026-03-01T12:00:01Z","completedAt":"2026-03-01T13:00:00Z",
       "objects":[%s]}
      """
          .formatted(RUN, objects);
    }

    private byte[] lines(int object) {
      StringBuilder text = new StringBuilder();
      IntStream.range(object * PER_OBJECT, Math.min((object + 1) * PER_OBJECT, 2 * ids))
          .forEach(line -> text.append(line(line)).append('\n'));
      return Bucket.gzip(text.toString());
    }

    private String line(int number) {
      int id = number % ids;
      boolean again = number >= ids;
      return again && id % 101 == 0
          ? Bucket.gone("{\"id\":" + id + "}", RUN, "2").text()
          : Bucket.line("{\"id\":" + id + "}", RUN, again ? "2" : "1", 0).text();
    }

    @Override
    public List<String> list(String prefix) {
      return List.of("manifests/acme/deals/" + RUN + ".json");
    }

    @Override
    public String place(String key) {
      return key;
    }
  }
}
