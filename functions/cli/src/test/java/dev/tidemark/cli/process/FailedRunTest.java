package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A run that cannot go on says why, in one sentence with a remedy, and can be taken up again. */
@Execution(ExecutionMode.CONCURRENT)
final class FailedRunTest {
  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  void a_credential_that_is_refused() {
    try (Api lev = lev()) {
      Tidemark sync = lev.sync(home(), "deals");
      JsonNode failed =
          fails(sync.credential("lev_sk_revoked", "lev_sk_revoked"), "401", "credential");
      assertThat(failed.path("requestId").isTextual()).isTrue();
      assertThat(sync.run().exited(0).text("deals", "run")).isEqualTo(failed.path("run").asText());
    }
  }

  @Test
  void a_failure_after_a_success_tells_the_checkpoint_that_stands() {
    try (Api lev = lev()) {
      Tidemark sync = lev.sync(home(), "deals");
      JsonNode checkpoint = sync.run().exited(0).document("deals").path("checkpoint");
      Ran failed = sync.credential("lev_sk_revoked", "lev_sk_revoked").run().exited(1);
      assertThat(checkpoint.isObject()).isTrue();
      assertThat(failed.document("deals").path("checkpoint")).isEqualTo(checkpoint);
    }
  }

  @Test
  void a_base_url_that_is_not_the_apis() {
    try (Api lev = lev()) {
      String elsewhere = lev.simulator().baseUri() + "/elsewhere";
      fails(lev.syncFrom(elsewhere, home()).with("deals"), "404", "base URL");
    }
  }

  @Test
  void a_host_where_nobody_answers() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    try (Api lev = lev()) {
      Tidemark sync = lev.syncFrom("http://127.0.0.1:" + closed, home()).with("deals");
      JsonNode failed = fails(sync, "127.0.0.1:" + closed, "refused", "(gave up after 6 attempts)");
      assertThat(failed.path("apiCalls").asInt()).isEqualTo(6);
    }
  }

  @Test
  void an_answer_that_is_too_large() {
    try (Api lev = lev()) {
      JsonNode failed =
          fails(
              lev.sync(home(), "deals", "--set", "maxResponseBytes=9000"),
              "9000",
              "maxResponseBytes");
      assertThat(failed.path("requestId").isTextual()).isTrue();
    }
  }

  @Test
  void a_home_of_an_earlier_version() throws IOException {
    Path database = home().resolve("dynamodb").resolve("state.db");
    Files.createDirectories(database.getParent());
    Files.writeString(database, "SQLite format 3");
    try (Api lev = lev()) {
      Ran ran = lev.sync(home(), "deals").run().exited(2);
      assertThat(ran.sentence())
          .contains("was written by an earlier version", database.toString())
          .contains("name a new folder with --home", "stays readable");
      assertThat(ran.out()).isEmpty();
      assertThat(lev.asked("deals")).isEmpty();
    }
  }

  @Test
  void a_state_that_is_damaged() throws IOException {
    Path state = home().resolve("state").resolve("lev").resolve("deals.json");
    Files.createDirectories(state.getParent());
    Files.writeString(
        state, "{\"connection\": \"lev\", \"resource\": \"deals\", \"revision\": \"seven\"}");
    try (Api lev = lev()) {
      Ran ran = lev.sync(home(), "deals", "contacts").run().exited(1);
      assertThat(ran.text("deals", "reason"))
          .contains("the state of lev/deals in " + state)
          .contains("restore the file");
      assertThat(ran.text("contacts", "outcome")).isEqualTo("completed");
      assertThat(lev.asked("deals")).isEmpty();
    }
  }

  @Test
  void a_file_in_the_way_of_the_states() throws IOException {
    Path inTheWay = Files.writeString(Files.createDirectories(home()).resolve("state"), "mine");
    try (Api lev = lev()) {
      fails(lev.sync(home(), "deals"), inTheWay + " is in the way", "move it away and run again");
      assertThat(inTheWay).hasContent("mine");
      Files.delete(inTheWay);
      lev.sync(home(), "deals").run().exited(0);
    }
  }

  private JsonNode fails(Tidemark sync, String... says) {
    JsonNode document = sync.run().exited(1).document("deals");
    assertThat(document.path("outcome").asText()).isEqualTo("failed");
    assertThat(document.path("reason").asText()).contains(says).doesNotContain("\n");
    assertThat(Lake.of(home(), "lev").files("manifests")).isEmpty();
    return document;
  }

  private static Api lev() {
    return Api.lev(DatasetPlan.of(51, 40));
  }
}
