package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.LogEntry;
import dev.tidemark.simulators.server.QueryString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The walk over one resource, seen from outside: what is durable, and what is asked for. */
record Walk(Api api, String resource, Path home) {
  private static final ObjectMapper JSON = new ObjectMapper();

  int batches() {
    return lake().batches(resource).size();
  }

  int manifests() {
    return lake().files("manifests").size();
  }

  int asked() {
    return api.asked(resource).size();
  }

  Lake lake() {
    return Lake.of(home, api.source());
  }

  /** Changes whenever the files of the states do. */
  long stateStamp() {
    try (Stream<Path> files = Files.walk(home.resolve("state"))) {
      long stamp = 0;
      for (Path file : files.toList()) {
        stamp += Files.getLastModifiedTime(file).toInstant().toEpochMilli() + Files.size(file);
      }
      return stamp;
    } catch (IOException | UncheckedIOException e) {
      // A file that comes and goes, or no state yet.
      return 0;
    }
  }

  /** The last record that the unfinished run has made durable; null if there is none. */
  @Nullable Row durable() {
    List<String> batches = lake().batches(resource);
    return batches.isEmpty() || manifests() > 0
        ? null
        : api.collection(resource).find(lake().lines(batches.getLast()).getLast().id());
  }

  /**
   * Holds if no request after the first {@code mark} asks for what was durable up to {@code
   * durable}.
   */
  void asksOnlyBehind(Row durable, int mark) {
    List<String> order = new ArrayList<>(api.truth(resource).keySet());
    int least = order.indexOf(durable.id());
    for (LogEntry entry : api.asked(resource).subList(mark, asked())) {
      QueryString query = entry.request().query();
      String cursor = query.first("cursor");
      String from = query.first("filter[updated_at][gte]");
      if (cursor != null) {
        assertThat(order.indexOf(id(cursor))).as("asked for again").isGreaterThanOrEqualTo(least);
      } else {
        // The closing query of an ascending walk has no cursor but a bound.
        assertThat(from).as("the walk began anew").isNotNull();
        assertThat(Instant.parse(Objects.requireNonNull(from)))
            .isAfterOrEqualTo(Objects.requireNonNull(durable.updatedAt()));
      }
    }
  }

  private static String id(String cursor) {
    try {
      return JSON.readTree(Base64.getDecoder().decode(cursor)).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException("not a cursor: " + cursor, e);
    }
  }
}
