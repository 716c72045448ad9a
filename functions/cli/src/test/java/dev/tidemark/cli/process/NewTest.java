package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.zendesk.Zendesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A draft lands the truth as it is, or there is none. */
@Execution(ExecutionMode.CONCURRENT)
final class NewTest {
  private static final int MOST = 25;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void the_draft_of_each_shape_lands_the_truth_unedited(ShapedApi.Shape shape) throws IOException {
    try (ShapedApi api = ShapedApi.start(shape)) {
      Path file = folder.resolve("draft.yaml");
      Tidemark keyed =
          api.open() ? Tidemark.of() : Tidemark.of().credential(ShapedApi.KEY, ShapedApi.KEY);
      Ran drafted = keyed.with("new", api.url() + "/v1/orders", "--out", file).run().exited(0);
      String yaml = Files.readString(file);
      assertThat(drafted.out())
          .contains("tidemark sync " + file)
          .containsPattern("drafted .* from (\\d|1\\d|2[0-5]) answers");
      assertThat(api.requests()).isLessThanOrEqualTo(MOST + 7);
      assertThat(yaml)
          .contains("order: unordered", "promote: run-start", "# Seen: ")
          .doesNotContain(ShapedApi.KEY);
      assertThat(landed(keyed, file, api.url(), "orders")).as(yaml).isEqualTo(truth());
    }
  }

  private static Map<String, String> truth() {
    Map<String, String> truth = new TreeMap<>();
    IntStream.rangeClosed(1, ShapedApi.RECORDS)
        .forEach(id -> truth.put(Integer.toString(id), ShapedApi.record(id)));
    return truth;
  }

  private Map<String, String> landed(Tidemark keyed, Path file, String url, String resource) {
    Path home = folder.resolve("home");
    keyed.with("sync", file, "--base-url", url, "--home", home).in(home).run().exited(0);
    return Lake.of(home, "my-api").state(resource);
  }

  @Test
  void what_was_seen_is_in_the_draft_and_what_would_be_faster_in_its_comments() throws IOException {
    try (ShapedApi api = ShapedApi.start(ShapedApi.Shape.NEXT_URL)) {
      Path file = folder.resolve("draft.yaml");
      Tidemark.of("new", api.url() + "/v1/orders")
          .with("--out", file)
          .credential(ShapedApi.KEY, ShapedApi.KEY)
          .run()
          .exited(0);
      assertThat(Files.readString(file))
          .contains("auth: {apiKey: {prefix: \"Bearer \"}}")
          .contains("requestId: {header: \"X-request-id\"}")
          .contains("X-ratelimit-remaining")
          .contains("records: results", "pagination: {kind: next-url, next: next}")
          .contains("pageSize: {parameter: \"limit\", ask: 100, max: 100}")
          .contains("watermark: {field: updated_at, format: iso-8601-seconds}")
          .contains("filter: {from: \"updated_since\", format: iso-8601-seconds}")
          .contains("oldest first", "watermark-ascending with promote: max-seen resumes sooner");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lev, contacts, /api/external/v2/contacts",
    "askelephant, contacts, /api/v2/contacts"
  })
  void the_draft_of_a_built_in_source_lands_the_truth_unedited(
      String source, String resource, String path) {
    DatasetPlan plan = DatasetPlan.of(5, 130).withNastyShare(0.1).withBurst(7);
    try (Api api = source.equals("lev") ? Api.lev(plan) : Api.askElephant(plan)) {
      Path file = folder.resolve("draft.yaml");
      Tidemark keyed = Tidemark.of().credential(api.secret(), api.secret());
      String url = api.simulator().baseUri() + path;
      keyed.with("new", url, "--out", file, "--header", "X-Origin-App=tidemark").run().exited(0);
      assertThat(landed(keyed, file, api.simulator().baseUri().toString(), resource))
          .isEqualTo(api.truth(resource));
    }
  }

  @Test
  void the_draft_of_zendesk_s_tickets_lands_the_truth_unedited() throws IOException {
    try (Zendesk zendesk = Zendesk.start(DatasetPlan.of(5, 130))) {
      Path file = folder.resolve("draft.yaml");
      String credential =
          "{\"email\":\"" + Zendesk.EMAIL + "\",\"apiToken\":\"" + Zendesk.API_TOKEN + "\"}";
      Tidemark keyed = Tidemark.of().credential(credential, Zendesk.API_TOKEN);
      String base = zendesk.baseUri().toString();
      String url = base + "/api/v2/incremental/users/cursor?start_time=0";
      keyed.with("new", url, "--out", file).run().exited(0);
      assertThat(Files.readString(file)).contains("userSuffix: /token", "means: end");
      assertThat(landed(keyed, file, base, "cursor")).isEqualTo(zendesk.truth("users"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <html><body>Sign in</body></html> | answers HTML or XML, not JSON",
        "200 | {\"data\":[]} | the list is empty",
        "200 | {\"id\":4,\"name\":\"one record\"} | holds no list of records",
        "200 | {\"data\":[{\"id\":1},{\"id\":2}]} | too few to see how it pages",
        "200 | {\"data\":[{\"a\":1},{\"a\":2},{\"a\":1}]} | no member is in all of the 3 records",
        "200 | {\"next\":\"http://169.254.169.254/x\",\"data\":[{\"id\":1},{\"id\":2},{\"id\":3}]}"
            + " | nothing that was tried shows a next page",
        "200 | {\"data\": [{\"id\": | answers no JSON",
        "302 | moved | no redirect is followed",
        "401 | no | without a credential: give one with --credential",
        "500 | broken | answers 500: broken",
        "429 | slow | it asks to wait (429"
      })
  void an_answer_that_no_draft_can_be_made_of_ends_in_one_sentence(
      int status, String body, String says) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "https://elsewhere.example/orders?x=1");
          exchange.sendResponseHeaders(status, body.length());
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
    Path file = folder.resolve("draft.yaml");
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/orders";
      assertThat(Tidemark.of("new", url).with("--out", file).run().exited(2).sentence())
          .contains(says);
      assertThat(file).doesNotExist();
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders | base URL",
        "http://api.example.com/v1/orders | plain http",
        "https://api.example.com | names no list",
        "https://me:pass@api.example.com/v1/orders | leave out user",
        "https://api.example.com/v1/orders?api_key=abc | looks like a secret"
      })
  void a_url_that_is_none_of_a_list_is_refused_before_anything_is_asked(String url, String says) {
    Path file = folder.resolve("draft.yaml");
    assertThat(Tidemark.of("new", url).with("--out", file).run().exited(2).sentence())
        .contains(says)
        .doesNotContain("abc", "me:pass");
  }

  @Test
  void a_file_that_exists_is_not_overwritten_and_a_secret_is_no_header() throws IOException {
    Path file = Files.writeString(folder.resolve("draft.yaml"), "mine");
    String url = "http://127.0.0.1:9/v1/orders";
    assertThat(Tidemark.of("new", url).with("--out", file).run().exited(2).sentence())
        .contains("exists already and is not overwritten");
    assertThat(file).hasContent("mine");
    assertThat(Tidemark.of("new", url, "--header", "Authorization=x").run().exited(2).sentence())
        .contains("looks like a secret");
  }
}
