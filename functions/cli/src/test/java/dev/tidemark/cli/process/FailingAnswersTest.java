package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An API that breaks its word fails the run with a sentence, and nothing is published. */
@Execution(ExecutionMode.CONCURRENT)
final class FailingAnswersTest {
  private static final int DEEP = 1_200;

  @TempDir private Path folder;

  @Test
  void of_an_api_that_names_its_requests() {
    try (Api lev = Api.lev(DatasetPlan.of(41, 60))) {
      fails(
          lev,
          Broken.of(
              "deals",
              new PageQuirk.NoNextCursor(PageQuirk.NoNextCursor.Form.NULL),
              "/v2/deals",
              "pagination.has_more",
              "pagination.next_cursor"),
          Broken.of("contacts", new LevQuirk.Forbidden("contacts:read"), "403", "scope"),
          Broken.of("companies", new PageQuirk.MissingPagination(), "/v2/companies", "pagination"),
          Broken.of("placements", new PageQuirk.CursorCycle(2), "circles"),
          Broken.of(
                  "lenders",
                  new ReplyQuirk.Redirect(URI.create("https://elsewhere.example/")),
                  "302",
                  "redirects",
                  "base URL")
              .unnamed());
    }
  }

  @Test
  void of_an_api_that_does_not() {
    String odd = "{\"object\":\"list\",\"items\":[],\"has_more\":false,\"next_cursor\":null}";
    try (Api ask = Api.askElephant(DatasetPlan.of(42, 60).withRecords("contacts", 150))) {
      String deep = "{\"id\":\"usr_deep\",\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
      ask.collection("users").put("usr_deep", Json.of(deep), Instant.parse("2026-01-01T00:00:00Z"));
      fails(
          ask,
          Broken.of("contacts", new PageQuirk.NonObjectRecord("[1]"), "rejected/", "definition")
              .unnamed(),
          Broken.of(
                  "companies",
                  new ReplyQuirk.Canned(200, "application/json", odd),
                  "/v2/companies",
                  "\"data\"")
              .unnamed(),
          Broken.of("users", null, "/v2/users", "deep").unnamed(),
          Broken.of("tags", new PageQuirk.RepeatedCursor(), "cursor").unnamed(),
          Broken.of("engagements", new ReplyQuirk.Html(200), "/v2/engagements", "HTML", "base URL")
              .unnamed());
    }
  }

  private void fails(Api api, Broken... broken) {
    Path home = folder.resolve("home");
    for (Broken one : broken) {
      Quirk quirk = one.quirk();
      if (quirk != null) {
        api.simulator().quirks().add(Api.name(one.resource()), quirk);
      }
    }
    Object[] names = Stream.of(broken).map(Broken::resource).toArray();
    Ran ran = api.sync(home, "--set", "pageSize=10").with(names).run().exited(1);
    for (Broken one : broken) {
      JsonNode document = ran.document(one.resource());
      assertThat(document.path("outcome").asText()).as(one.resource()).isEqualTo("failed");
      assertThat(document.path("reason").asText()).contains(one.says()).doesNotContain("\n");
      assertThat(document.path("requestId").isTextual()).as(one.resource()).isEqualTo(one.named());
      assertThat(document.path("manifest").isNull()).isTrue();
    }
    assertThat(Lake.of(home, api.source()).files("manifests")).isEmpty();
    assertThat(List.of(broken)).hasSameSizeAs(ran.documents());
  }
}
