package dev.tidemark.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Visibility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What was lost is named, and what was not lost is not. */
@Execution(ExecutionMode.CONCURRENT)
final class VerifyTest {
  private static final Instant NEWEST = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2096-01-01T00:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private final Api lev = Api.lev(DatasetPlan.of(91, 40).withNastyShare(0.1).withNewest(NEWEST));

  @AfterEach
  void stop() {
    lev.close();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void sync(String... more) {
    lev.sync(home(), (Object[]) more).run().exited(0);
  }

  private Ran verify(Object... more) {
    return lev.command("verify", "lev", "--home", home()).with(more).with("--json").run();
  }

  private static long count(Ran ran, String difference) {
    for (JsonNode one : ran.documents().getFirst().path("differences")) {
      if (one.path("difference").asText().equals(difference)) {
        return one.path("records").asLong();
      }
    }
    return 0;
  }

  private static List<String> ids(Ran ran, String difference) {
    List<String> ids = new ArrayList<>();
    for (JsonNode one : ran.documents().getFirst().path("differences")) {
      if (one.path("difference").asText().equals(difference)) {
        one.path("first").forEach(finding -> ids.add(finding.path("id").asText()));
      }
    }
    return ids;
  }

  private Lake lake() {
    return Lake.of(home(), "lev");
  }

  /**
   * Rewrites the lines of the first object of {@code resource}, and what its manifest says of it.
   */
  private List<String> rewrite(String resource, UnaryOperator<List<String>> change)
      throws IOException {
    Path manifest = lake().files("manifests/lev/" + resource).getFirst();
    ObjectNode json = (ObjectNode) JSON.readTree(Files.readAllBytes(manifest));
    ObjectNode object = (ObjectNode) json.path("objects").path(0);
    Path file = lake().bucket().resolve(object.path("key").asText());
    List<String> lines = lines(file);
    List<String> changed = change.apply(new ArrayList<>(lines));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (String line : changed) {
        out.write((line + "\n").getBytes(UTF_8));
      }
    }
    Files.write(file, bytes.toByteArray());
    object.put("records", changed.size());
    Files.writeString(manifest, json.toString());
    return lines;
  }

  private static List<String> lines(Path file) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @Test
  void a_healthy_home_raises_no_alarm_whatever_happens_since() {
    sync("deals", "contacts", "deal_notes");
    for (String resource : List.of("deals", "contacts", "deal_notes")) {
      Ran ran = verify(resource).exited(0);
      JsonNode found = ran.documents().getFirst();
      assertThat(found.path("complete").asBoolean()).isTrue();
      assertThat(found.path("same").asLong()).isPositive().isEqualTo(found.path("shown").asLong());
      assertThat(found.path("differences")).isEmpty();
      assertThat(found.path("damages")).isEmpty();
    }
    Collection deals = lev.collection("deals");
    deals.edit(deals.ids().get(1), LATER);
    deals.insert(LATER);
    Ran since = verify("deals").exited(0);
    assertThat(count(since, "changed since")).isEqualTo(2);
    deals.delete(deals.ids().get(2));
    sync("deals", "--mode", "reconcile");
    sync("deals");
    String first = deals.ids().getFirst();
    lev.command("refresh", "lev", "deals", first).with("--home", home()).run().exited(0);
    Ran again = verify("deals").exited(0);
    assertThat(again.documents().getFirst().path("differences")).isEmpty();
    assertThat(folder.resolve("home").resolve("verify")).doesNotExist();
  }

  @Test
  void a_line_that_was_taken_out_is_missed_named_and_published_again() throws IOException {
    sync("deals");
    List<String> lines = rewrite("deals", all -> all.subList(1, all.size()));
    String lost = Line.of("", lines.getFirst()).id();
    Path report = folder.resolve("report");
    Ran ran = verify("deals", "--report", report).exited(1);
    assertThat(count(ran, "missed")).isEqualTo(1);
    assertThat(ids(ran, "missed")).containsExactly(lost);
    assertThat(ran.err()).contains("--repair");
    assertThat(Files.readAllLines(report)).hasSize(1);
    assertThat(Files.readString(report)).contains("\"missed\"", lost, "requests");
    Ran repaired = verify("deals", "--repair").exited(1);
    assertThat(repaired.err()).contains("1 records were read again");
    verify("deals").exited(0);
  }

  @Test
  void a_line_that_was_changed_is_stale() throws IOException {
    sync("contacts");
    List<String> before =
        rewrite(
            "contacts",
            all -> {
              all.set(2, all.get(2).replaceFirst("\"id\":", "\"planted\":1,\"id\":"));
              return all;
            });
    Ran ran = verify("contacts").exited(1);
    assertThat(ids(ran, "stale")).containsExactly(Line.of("", before.get(2)).id());
    assertThat(ran.documents().getFirst().path("lost").asLong()).isEqualTo(1);
  }

  @Test
  void a_record_that_the_api_does_not_have_is_extra_until_it_is_reconciled() {
    sync("deals", "deal_notes");
    Collection deals = lev.collection("deals");
    String gone = deals.ids().get(3);
    deals.delete(gone);
    Ran ran = verify("deals").exited(1);
    assertThat(ids(ran, "extra")).containsExactly(gone);
    assertThat(ran.documents().getFirst().path("notes").toString()).contains("--mode reconcile");
    Ran sampled = verify("deals", "--sample", "100").exited(1);
    assertThat(ids(sampled, "extra")).containsExactly(gone);
    sync("deals", "--mode", "reconcile");
    verify("deals").exited(0);
    verify("deals", "--sample", "10").exited(0);
  }

  @Test
  void a_manifest_that_is_gone_is_named_and_so_is_what_it_published() throws IOException {
    sync("deals");
    Path manifest = lake().files("manifests/lev/deals").getFirst();
    lev.collection("deals").insert(LATER);
    sync("deals");
    Files.delete(manifest);
    Ran ran = verify("deals").exited(1);
    assertThat(count(ran, "missed")).isEqualTo(lev.truth("deals").size() - 1);
    String run = String.valueOf(manifest.getFileName()).replace(".json", "");
    assertThat(ran.documents().getFirst().path("damages").toString())
        .contains(run, "manifest is missing");
    assertThat(lake().manifests("deals")).hasSize(1);
    assertThat(Tidemark.of("coverage", "lev", "deals").with("--home", home()).run().exited(1).out())
        .contains("nothing before");
  }

  @Test
  void an_index_that_is_gone_is_named() throws IOException {
    sync("deals");
    Files.delete(home().resolve("published/lev/deals.v1.json"));
    Ran ran = verify("deals").exited(1);
    assertThat(ran.documents().getFirst().path("damages").toString())
        .contains("the index does not know run");
    assertThat(ran.documents().getFirst().path("lost").asLong()).isZero();
  }

  /** As behind a checkpoint that was moved: no run asks for what lies before it. */
  @Test
  void what_the_checkpoint_lies_ahead_of_is_missed() {
    sync("deals");
    String missed = lev.collection("deals").insert(NEWEST.plusSeconds(60));
    sync("deals");
    Ran ran = verify("deals").exited(1);
    assertThat(ids(ran, "missed")).containsExactly(missed);
  }

  @Test
  void a_record_that_is_only_shown_alone_is_no_loss() {
    sync("contacts");
    Collection contacts = lev.collection("contacts");
    String hidden = contacts.ids().get(4);
    contacts.show(hidden, Visibility.UNLISTED);
    Ran ran = verify("contacts").exited(0);
    assertThat(ids(ran, "hidden")).containsExactly(hidden);
  }

  @Test
  void a_window_compares_what_lies_in_it() {
    sync("deals");
    verify("deals", "--window", NEWEST.minusSeconds(864_000) + "..").exited(0);
    Ran ran = verify("deals", "--window", ".." + NEWEST.minusSeconds(3600)).exited(0);
    assertThat(ran.documents().getFirst().path("differences")).isEmpty();
    assertThat(verify("contacts", "--window", "2026-01-01..").exited(2).sentence())
        .contains("does not select by time");
  }

  @Test
  void what_is_not_complete_cannot_be_verified() {
    sync("contacts");
    assertThat(verify("deals").exited(2).sentence())
        .contains("no run of lev deals has completed yet");
    assertThat(verify("nothing").exited(2).sentence()).contains("it has deals");
    assertThat(verify("contacts", "--sample", "0").exited(2).sentence()).contains("--sample 0");
  }
}
