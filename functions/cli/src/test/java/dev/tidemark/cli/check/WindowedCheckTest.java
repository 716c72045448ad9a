package dev.tidemark.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.Settings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An API that selects by windows is looked at in its last one. */
class WindowedCheckTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Definition OWN =
      DefinitionReader.read(
          "own.yaml",
          """
          tidemark: 1
          source: own
          title: Own
          baseUrl: https://api.own.example
          auth: {apiKey: {}}
          resources:
            all:
              path: /all
              records: data
              id: id
              pagination: {kind: none}
              order: unordered
              promote: run-start
              watermark: {field: at}
              filter: {from: start, until: end, format: epoch-seconds, window: 30d, since: 2015-01-01}
          """);

  private record Text(int status, String text) implements Response {
    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return List.of();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }

  private static final class Api implements Transport {
    @Override
    public Response get(URI uri, Map<String, String> headers, Duration limit) {
      long[] bounds = new long[2];
      for (String pair : uri.getQuery().split("&", -1)) {
        bounds[pair.startsWith("start=") ? 0 : 1] = Long.parseLong(pair.split("=", -1)[1]);
      }
      if (bounds[0] == 0 || bounds[1] - bounds[0] > Duration.ofDays(30).toSeconds()) {
        return new Text(400, "{\"error\":\"at most 30 days\"}");
      }
      StringBuilder rows = new StringBuilder();
      for (int i = 1; i <= 4; i++) {
        Instant at = NOW.minus(Duration.ofHours(i));
        if (at.getEpochSecond() >= bounds[0] && at.getEpochSecond() < bounds[1]) {
          rows.append(rows.isEmpty() ? "" : ",").append("{\"id\":" + i + ",\"at\":\"" + at + "\"}");
        }
      }
      return new Text(200, "{\"data\":[" + rows + "]}");
    }

    @Override
    public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
      throw new UnsupportedOperationException("no body is expected");
    }

    @Override
    public void close() {}
  }

  @Test
  void its_claims_are_seen_though_the_first_windows_are_empty() throws InterruptedException {
    SourceConnection connection =
        SourceConnection.open(
            "own",
            OWN,
            BaseUrl.of("https://api.own.example", false),
            Settings.DEFAULT,
            Credential.of("{\"apiKey\":\"hush\"}"));
    ResourceCheck check =
        new Checks(connection, new Api(), InstantSource.fixed(NOW), _ -> {}).of("all");
    assertThat(check.claims())
        .extracting(claim -> claim.verdict() + " " + claim.name())
        .contains("OK access", "OK records", "OK bound")
        .noneMatch(claim -> claim.startsWith("NO"));
  }
}
