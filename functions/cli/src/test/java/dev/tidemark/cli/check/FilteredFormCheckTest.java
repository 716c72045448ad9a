package dev.tidemark.cli.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An API whose list is an array until it is filtered is seen through before the first run. */
final class FilteredFormCheckTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String query = String.valueOf(exchange.getRequestURI().getQuery());
          byte[] body = body(query).getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Behind a filter rows keep the keys that they had in the whole array. */
  private static String body(String query) {
    Instant since =
        query.startsWith("since=") ? Instant.parse(query.substring("since=".length())) : null;
    String rows =
        IntStream.range(0, 6)
            .filter(i -> since == null || !at(i).isBefore(since))
            .mapToObj(i ->
                (since == null ? "" : "\"" + i + "\":")
                    + "{\"id\":%d,\"at\":\"%s\"}".formatted(i + 1, at(i)))
            .collect(Collectors.joining(","));
    return since == null ? "{\"data\":[" + rows + "]}" : "{\"data\":{" + rows + "}}";
  }

  private static Instant at(int row) {
    return NOW.minusSeconds(3600L * (10 - row));
  }

  private DefinitionClaim bound(String records) throws InterruptedException {
    Definition own =
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
                records: %s
                id: id
                pagination: {kind: none}
                order: unordered
                promote: run-start
                watermark: {field: at}
                filter: {from: since}
            """
                .formatted(records));
    SourceConnection connection =
        SourceConnection.open(
            "own",
            own,
            BaseUrl.of("http://127.0.0.1:" + server.getAddress().getPort(), true),
            Settings.DEFAULT,
            Credential.of("{\"apiKey\":\"hush\"}"));
    try (Transport transport = new HttpTransport(EgressPolicy.ANY)) {
      return new Checks(connection, transport, InstantSource.fixed(NOW), _ -> {})
          .of("all").claims().stream()
              .filter(claim -> claim.name().equals("bound"))
              .findFirst()
              .orElseThrow();
    }
  }

  @Test
  void a_filtered_answer_of_another_form_contradicts_and_says_what_to_write()
      throws InterruptedException {
    DefinitionClaim claim = bound("data");
    assertThat(claim.verdict()).as(claim.says()).isEqualTo(Verdict.NO);
    assertThat(claim.says()).contains("form: keyed");
  }

  @Test
  void it_bears_a_form_out_that_is_declared() throws InterruptedException {
    DefinitionClaim claim = bound("{path: data, form: keyed}");
    assertThat(claim.verdict()).as(claim.says()).isEqualTo(Verdict.OK);
  }
}
