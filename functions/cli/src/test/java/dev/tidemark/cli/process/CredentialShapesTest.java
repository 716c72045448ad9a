package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Commands on APIs whose credential is no header of the base URL's host. */
@Execution(ExecutionMode.SAME_THREAD)
final class CredentialShapesTest {
  private static final String KEY = "key-5e1f-hush";
  private static final String LAST = "{\"data\":[{\"id\":2}],\"next\":null}";

  @TempDir private Path folder;
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Said(int status, String body) {}

  @AfterEach
  void stop() {
    servers.forEach(server -> server.stop(0));
  }

  private String server(Function<HttpExchange, Said> answers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().keySet());
          Said said = answers.apply(exchange);
          byte[] body = said.body().getBytes(UTF_8);
          exchange.sendResponseHeaders(said.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Path definition(String auth) throws IOException {
    return Files.writeString(
        folder.resolve("own.yaml"),
        "tidemark: 1\nsource: own\ntitle: Own\nbaseUrl: https://api.own.example\nauth: {"
            + auth
            + "}\nresources: {all: {path: /all, records: data, id: id, order: unordered, promote:"
            + " run-start, pagination: {kind: next-url, next: next}}}\n");
  }

  private Tidemark sync(Path file, String url) {
    Path home = folder.resolve("home");
    return Tidemark.of("sync", file.toString(), "--base-url", url, "--home", home.toString())
        .in(home);
  }

  @Test
  void a_public_api_is_checked_and_synced_without_a_credential() throws IOException {
    String url = server(_ -> new Said(200, LAST));
    Path file = definition("none: true");
    Tidemark.of("explain", file.toString()).run().exited(0);
    Tidemark.of("check", file.toString(), "--base-url", url).run().exited(0);
    sync(file, url).run().exited(0);
    assertThat(Lake.of(folder.resolve("home"), "own").state("all")).containsOnlyKeys("2");
    assertThat(asked).isNotEmpty().noneMatch(one -> one.contains("Authorization"));
    assertThat(sync(file, url).credential(KEY, KEY).run().exited(2).sentence())
        .contains("--credential", "auth.none", "leave it out");
  }

  @Test
  void a_key_in_the_query_is_in_no_file_while_a_run_is_in_flight() throws IOException {
    String url =
        server(exchange -> {
          String query = String.valueOf(exchange.getRequestURI().getRawQuery());
          String host = exchange.getRequestHeaders().getFirst("Host");
          boolean known = query.contains("api_key=" + KEY);
          return query.contains("page=2") || !known
              ? new Said(403, "{\"error\":\"no more of " + query + "\"}")
              : new Said(
                  200,
                  "{\"data\":[{\"id\":1}],\"next\":\"http://"
                      + host
                      + "/all?page=2&"
                      + query
                      + "\"}");
        });
    Ran ran =
        sync(definition("apiKey: {query: api_key}"), url)
            .credential("{\"apiKey\":\"" + KEY + "\"}", KEY)
            .run()
            .exited(1);
    assertThat(ran.out() + ran.err()).contains("[redacted]");
    assertThat(asked).anyMatch(one -> one.contains("page=2&api_key=" + KEY));
  }

  @Test
  void a_token_is_fetched_at_another_host() throws IOException {
    String tokens =
        server(exchange ->
            exchange.getRequestHeaders().containsKey("Authorization")
                ? new Said(200, "{\"access_token\":\"token-1\"}")
                : new Said(401, "{}"));
    String url =
        server(exchange ->
            "Bearer token-1".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? new Said(200, LAST)
                : new Said(401, "{}"));
    Path file = definition("clientCredentials: {url: '" + tokens + "/token', client: basic}");
    sync(file, url)
        .credential("{\"clientId\":\"c\",\"clientSecret\":\"" + KEY + "\"}", KEY)
        .run()
        .exited(0);
    assertThat(asked).first().asString().startsWith("/token ");
  }
}
