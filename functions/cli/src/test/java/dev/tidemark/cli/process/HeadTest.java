package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The newest lines, and where the versions of a record are from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeadTest {
  private static final String REQUEST_ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

  private final Api lev = Api.lev(DatasetPlan.of(74, 30).withNastyShare(0.2));
  private Path home = Path.of("");
  private String first = "";
  private String second = "";
  private String gone = "";
  private String edited = "";

  @BeforeAll
  void landed_twice_with_an_edit_and_a_delete_between(@TempDir Path folder) {
    home = folder.resolve("home");
    first = lev.sync(home, "deals", "deal_notes").run().exited(0).text("deals", "run");
    Collection deals = lev.collection("deals");
    edited = deals.ids().get(3);
    gone = deals.ids().get(5);
    deals.rewrite(edited);
    deals.delete(gone);
    Ran ran = lev.sync(home, "deals", "--mode", "reconcile").run().exited(0);
    second = ran.text("deals", "run");
  }

  @AfterAll
  void stop() {
    lev.close();
  }

  private Ran head(Object... words) {
    return Tidemark.of("head", "lev").with("--home", home).with(words).run();
  }

  @Test
  void shows_the_lines_that_were_published_last() {
    List<JsonNode> newest = head("deals", "--json").exited(0).documents();
    assertThat(newest).hasSize(10);
    assertThat(newest.subList(0, 2))
        .extracting(one -> one.path("run").asText())
        .containsOnly(second);
    assertThat(newest.subList(2, 10))
        .extracting(one -> one.path("run").asText())
        .containsOnly(first);
    assertThat(head("deals", "-n", "3", "--json").exited(0).documents()).hasSize(3);
    assertThat(head("deals", "-n", "1").exited(0).out()).contains("  run " + second + "  batch ");
  }

  @Test
  void shows_every_version_of_a_record_with_run_batch_and_request() {
    List<JsonNode> versions = head("deals", edited, gone, "--json").exited(0).documents();
    assertThat(versions)
        .extracting(one -> one.path("id").asText())
        .containsExactly(edited, edited, gone, gone);
    assertThat(versions)
        .extracting(one -> one.path("run").asText())
        .containsExactly(second, first, second, first);
    assertThat(versions)
        .extracting(one -> one.path("op").asText())
        .containsExactly("upsert", "upsert", "delete", "upsert");
    assertThat(versions)
        .extracting(one -> one.path("counts").asBoolean())
        .containsExactly(true, false, true, false);
    for (JsonNode upsert : versions.subList(0, 2)) {
      assertThat(upsert.path("requests").path("first").asText()).matches(REQUEST_ID);
      assertThat(upsert.path("requests").path("last").asText()).matches(REQUEST_ID);
    }
  }

  @Test
  void pretty_shows_the_same_record() {
    Map<String, String> truth = lev.truth("deals");
    String out = head("deals", edited, "-n", "1").exited(0).out();
    assertThat(out).startsWith(edited + "  upserted  fetched ").contains("  (counts)\n{\n");
    String pretty = out.substring(out.indexOf("\n{"));
    assertThat(pretty.replaceAll("\\s", ""))
        .isEqualTo(Objects.requireNonNull(truth.get(edited)).replaceAll("\\s", ""));
  }

  @Test
  void a_child_is_asked_for_by_its_parent_and_its_own_id() {
    JsonNode one = head("deal_notes", "-n", "1", "--json").exited(0).documents().getFirst();
    String id = one.path("id").asText();
    assertThat(id).contains("/");
    assertThat(head("deal_notes", id, "--json").exited(0).documents())
        .extracting(each -> each.path("id").asText())
        .containsExactly(id);
  }

  @Test
  void an_id_that_was_never_published_is_said_beside_those_that_were() {
    Ran ran = head("deals", edited, "no\u001b[31msuch", "--json").exited(1);
    assertThat(ran.documents()).hasSize(2);
    assertThat(ran.sentence())
        .contains("no line of lev deals is published with the id no\\u001b[31msuch");
  }

  @Test
  void what_is_not_known_is_exit_2() {
    assertThat(head("nothing").exited(2).sentence()).contains("it has deals");
    assertThat(head("deals", "-n", "0").exited(2).sentence()).contains("-n 0: give 1 to 10000");
  }
}
