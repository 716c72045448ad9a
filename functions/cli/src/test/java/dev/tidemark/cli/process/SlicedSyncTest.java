package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first run in slices of record time beside each other, as the command runs it. */
final class SlicedSyncTest {
  private static final int RECORDS = 900;

  private final Api api = Api.askElephant(DatasetPlan.of(17, RECORDS));
  @TempDir private Path folder;
  private Path definition = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    String dated = SmallBatches.text("askelephant", 2).replace("walk: cursor", "walk: bound");
    definition = Files.writeString(folder.resolve("dated.yaml"), dated);
  }

  @AfterEach
  void close() {
    api.close();
  }

  private Tidemark sync(String home, int slices) {
    return api.sync(definition, folder.resolve(home))
        .with("contacts", "--set", "pageSize=10", "--slices", slices);
  }

  private Lake lake(String home) {
    return Lake.of(folder.resolve(home), "askelephant");
  }

  private void isWhole(String home) {
    Lake lake = lake(home);
    assertThat(lake.state("contacts")).isEqualTo(new TreeMap<>(api.truth("contacts")));
    assertThat(lake.manifests("contacts")).hasSize(1);
    assertThat(lake.published("contacts"))
        .extracting(line -> line.id() + " " + line.record())
        .doesNotHaveDuplicates()
        .hasSize(RECORDS);
  }

  @Test
  void what_is_published_is_what_a_walk_in_one_piece_publishes() {
    Ran ran = sync("sliced", 4).run().exited(0);
    sync("whole", 1).run().exited(0);
    isWhole("sliced");
    assertThat(lake("sliced").state("contacts")).isEqualTo(lake("whole").state("contacts"));
    assertThat(ran.documents()).hasSize(1);
    assertThat(ran.count("contacts", "records")).isEqualTo(RECORDS);
    assertThat(ran.text("contacts", "outcome")).isEqualTo("completed");
    assertThat(status("sliced"))
        .extracting(one -> one.path("resource").asText())
        .containsExactly("contacts");
  }

  @Test
  void killed_again_and_again_it_is_resumed_and_published_once() {
    api.slow("contacts", Duration.ofMillis(40));
    for (int batches : List.of(3, 12, 25)) {
      Running running = sync("killed", 4).start();
      if (!running.until(() -> lake("killed").batches("contacts").size() >= batches)) {
        break;
      }
      running.kill();
    }
    assertThat(lake("killed").files("manifests")).isEmpty();
    assertThat(status("killed"))
        .anySatisfy(one -> assertThat(one.at("/slices/all").asInt()).isEqualTo(16))
        .anySatisfy(one -> assertThat(one.path("resource").asText()).contains("#slice-"));
    sync("killed", 4).run().exited(0);
    isWhole("killed");
  }

  @Test
  void slices_beside_each_other_keep_to_one_rate_as_the_server_counts_it() throws IOException {
    String paced =
        Files.readString(definition)
            .replaceFirst(
                "(?m)^resources:", "rate: {buckets: {all: {requests: 20, per: 2s}}}\n\nresources:")
            .replaceFirst("(?m)^(  contacts:)$", "$1\n    bucket: all");
    definition = Files.writeString(folder.resolve("paced.yaml"), paced);
    sync("paced", 8).run().exited(0);
    isWhole("paced");
    List<Instant> arrived =
        api.simulator().log().entries(Api.name("contacts")).stream()
            .map(entry -> entry.request().at())
            .sorted()
            .toList();
    assertThat(arrived).hasSizeGreaterThan(80);
    for (int last = 20; last < arrived.size(); last++) {
      assertThat(arrived.get(last))
          .as("request %d in a window of 20", last + 1)
          .isAfterOrEqualTo(arrived.get(last - 20).plusSeconds(2));
    }
  }

  private List<JsonNode> status(String home) {
    return Tidemark.of("status", "--home", folder.resolve(home).toString(), "--json")
        .run()
        .documents();
  }

  @Test
  void a_definition_that_does_not_say_that_each_record_has_a_time_is_refused() {
    assertThat(
            api.sync(folder.resolve("refused"))
                .with("contacts", "--slices", 4)
                .run()
                .exited(2)
                .sentence())
        .contains(
            "contacts cannot be walked in slices: nothing says that each record has a time",
            "write walk: bound");
  }
}
