package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
final class CertifyTest {
  private static final String FEW = "6";

  @TempDir private Path folder;

  /** One, and deeper the others. */
  static Stream<Arguments> builtIn() {
    List<Arguments> all =
        List.of(
            Arguments.of("lev", "deals"),
            Arguments.of("askelephant", "contacts"),
            Arguments.of("zendesk", "organizations"));
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 3, 1))
        .mapToObj(all::get);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  @Tag("deep")
  void a_built_in_definition_is_certified_with_its_counts(String source, String resource) {
    Ran ran = Tidemark.of("certify", source, resource, "--records", FEW, "--json").run().exited(0);
    JsonNode certificate = ran.document(resource);
    assertThat(certificate.path("certified").asBoolean()).isTrue();
    assertThat(certificate.path("definition").asText()).hasSize(64);
    assertThat(certificate.path("records").asInt()).isEqualTo(6);
    assertThat(certificate.path("seed").asInt()).isEqualTo(7);
    assertThat(certificate.path("cases").path("kill backfill").asInt()).isGreaterThan(20);
    assertThat(certificate.path("cases").path("kill incremental").asInt()).isGreaterThan(20);
    assertThat(certificate.path("cases").path("trouble").asInt()).isGreaterThan(10);
    assertThat(certificate.path("total").asInt()).isGreaterThan(200);
    assertThat(certificate.path("findings")).isEmpty();
    assertThat(ran.err()).contains(resource + ": ");
  }

  @Test
  void an_api_of_one_s_own_is_certified_for_people_too() throws IOException {
    String page = Files.readString(Path.of("..", "..", "docs", "your-own-api.md"));
    String yaml = page.substring(page.indexOf("tidemark: 1"), page.indexOf("```\n\nThen"));
    Path file = Files.writeString(folder.resolve("quayside.yaml"), yaml);
    assertThat(
            Tidemark.of("certify", file.toString(), "bookings", "--records", FEW)
                .run()
                .exited(0)
                .out())
        .contains("certificate of quayside", "definition sha256", "seed 7")
        .containsPattern("bookings: certified, \\d+ cases hold")
        .containsPattern("\\d+  kill reconcile")
        .contains("assumed: no record becomes visible later than 420 s after its time");
  }

  @Test
  void what_an_unsafe_definition_loses_is_said_with_the_record_the_reason_and_the_remedy() {
    Ran ran =
        Tidemark.of(
                "certify", hasty(), "orders", "--records", FEW, "--assume", "late=90s", "--json")
            .run()
            .exited(1);
    JsonNode finding = ran.document("orders").path("findings").path(0);
    assertThat(finding.path("kind").asText()).isEqualTo("late");
    assertThat(finding.path("symptom").asText()).isEqualTo("Lost");
    assertThat(finding.path("says").asText())
        .matches(
            "a record becomes visible 90 s after its time at request 1 \\(incremental\\): record"
                + " \\d+ \\(updated \\S+\\) never landed: it became visible 90 s after its time,"
                + " when the run had passed that time; raise settleLag to at least 90s");
  }

  @Test
  void recorded_pages_are_walked_and_killed() throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages/orders"));
    Files.writeString(pages.resolve("1.json"), page("[{\"id\":1},{\"id\":2}]", "\"a\"", true));
    Files.writeString(pages.resolve("2.json"), page("[{\"id\":3}]", "null", false));
    String[] words = {"certify", hasty(), "--pages", folder.resolve("pages").toString()};
    assertThat(Tidemark.of(words).run().exited(0).out())
        .containsPattern("orders: certified, \\d+ cases hold")
        .containsPattern("\\d+  kill recorded walk")
        .contains("2 recorded pages, 3 records: no border was tried");
    Files.delete(pages.resolve("2.json"));
    assertThat(Tidemark.of(words).run().exited(2).sentence())
        .contains("the recorded pages of orders cannot be walked to an end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"late=soon", "order=sideways", "nothing"})
  void an_assumption_that_is_not_understood_is_refused(String assumption) {
    assertThat(Tidemark.of("certify", hasty(), "--assume", assumption).run().exited(2).sentence())
        .contains("--assume");
  }

  @Test
  void what_cannot_be_tried_is_refused() throws IOException {
    assertThat(Tidemark.of("certify", "nowhere.yaml").run().exited(2).sentence())
        .contains("nowhere.yaml");
    assertThat(Tidemark.of("certify", hasty(), "oders").run().exited(2).sentence())
        .contains("orders, invoices");
    assertThat(Tidemark.of("certify", hasty(), "--records", "1").run().exited(2).sentence())
        .contains("--records 1");
    String unsafe =
        Files.readString(Path.of(hasty())).replace("order: watermark-ascending", "order: id");
    Path file = Files.writeString(folder.resolve("unsafe.yaml"), unsafe);
    assertThat(Tidemark.of("certify", file.toString()).run().exited(2).err().lines())
        .filteredOn(line -> line.contains("promote: max-seen with order: id loses every edit"))
        .as("one sentence for each resource, its line below")
        .hasSize(2);
  }

  private static String page(String records, String next, boolean more) {
    return "{\"data\":%s,\"meta\":{\"next\":%s,\"has_more\":%s}}".formatted(records, next, more);
  }

  private static String hasty() {
    URL file = Objects.requireNonNull(CertifyTest.class.getResource("hasty.yaml"), "hasty.yaml");
    try {
      return Path.of(file.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
