package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account whose plan lacks a resource: the others are fine. */
final class LackingResourceTest {
  private static final String KEY = "lacking-key-3f7a";

  @TempDir private Path folder;
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          int status = refused.getOrDefault(exchange.getRequestURI().getPath(), 200);
          byte[] body =
              (status == 200 ? "{\"data\":[{\"id\":1}]}" : "{\"error\":\"not in your plan\"}")
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private Tidemark sync(String... resources) throws IOException {
    Path file = folder.resolve("plans.yaml");
    Files.writeString(
        file,
        """
        tidemark: 1
        source: plans
        title: Plans
        baseUrl: https://api.plans.example
        auth: {apiKey: {}}
        defaults:
          records: data
          id: id
          order: unordered
          promote: run-start
          pagination: {kind: none}
        resources:
          orders: {path: /orders}
          audits: {path: /audits}
          quotas: {path: /quotas}
        """);
    return command("sync", resources)
        .with("--json", "--base-url", "http://127.0.0.1:" + server.getAddress().getPort())
        .credential("{\"apiKey\":\"" + KEY + "\"}", KEY);
  }

  private Tidemark command(String verb, String... resources) {
    return Tidemark.of(verb, folder.resolve("plans.yaml").toString())
        .with((Object[]) resources)
        .with("--home", folder.resolve("home"));
  }

  @Test
  void is_said_with_the_command_that_leaves_it_out_from_then_on() throws IOException {
    refused.put("/audits", 403);
    refused.put("/quotas", 404);
    Ran first = sync().run().exited(1);
    assertThat(first.text("orders", "outcome")).isEqualTo("completed");
    for (String lacking : new String[] {"audits", "quotas"}) {
      assertThat(first.text(lacking, "outcome")).isEqualTo("failed");
      assertThat(first.text(lacking, "reason"))
          .contains("not in your plan", "tidemark pause leaves it out");
    }
    command("pause", "audits", "quotas").run().exited(0);
    Ran later = sync().run().exited(0);
    assertThat(later.text("orders", "outcome")).isEqualTo("completed");
    assertThat(later.err()).contains("left out, since an operator paused them: audits, quotas");
    assertThat(later.out()).doesNotContain("audits");
    assertThat(sync("audits").run().exited(3).text("audits", "reason")).contains("resume it");

    refused.clear();
    command("resume", "audits", "quotas").run().exited(0);
    Ran all = sync().run().exited(0);
    assertThat(all.text("audits", "outcome")).isEqualTo("completed");
    assertThat(all.count("quotas", "records")).isEqualTo(1);
  }

  @Test
  void of_all_that_are_refused_none_is_green_whether_paused_or_not() throws IOException {
    for (String path : new String[] {"/orders", "/audits", "/quotas"}) {
      refused.put(path, 403);
    }
    sync().run().exited(1);
    command("pause", "orders", "audits", "quotas").run().exited(0);
    assertThat(sync().run().exited(3).text("orders", "outcome")).isEqualTo("held");
  }
}
