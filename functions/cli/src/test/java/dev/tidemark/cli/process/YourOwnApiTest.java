package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tidemark.rest.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The page about an API of one's own says what is so. */
@Execution(ExecutionMode.CONCURRENT)
final class YourOwnApiTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "your-own-api.md");
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  /** What stands around a fragment so that it is a definition; %s is its auth, then the rest. */
  private static final String AROUND =
      """
      tidemark: 1
      source: around
      title: Around a fragment
      baseUrl: https://api.around.example
      %s
      resources:
        things:
          path: /things
          records: data
          id: id
      %s
      """;

  private static final String ANY_KEY = "auth: {apiKey: {}}";
  private static final String UNORDERED = "order: unordered\npromote: run-start\n";
  private static final String ASCENDING =
      "order: watermark-ascending\npromote: max-seen\nwatermark: {field: t}\nfilter: {from: s}\n";

  @TempDir private Path folder;

  @Test
  void every_block_of_yaml_is_a_definition_or_a_part_of_one() throws IOException {
    List<String> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(10);
    for (String block : blocks) {
      assertThatCode(() -> DefinitionReader.read("page.yaml", whole(block)))
          .as(block)
          .doesNotThrowAnyException();
    }
    assertThat(blocks).filteredOn(block -> block.startsWith("tidemark:")).isNotEmpty();
  }

  @Test
  void the_example_is_explained_checked_and_synced() throws IOException {
    Path file = Files.writeString(folder.resolve("quayside.yaml"), blocks().getFirst());
    Path home = folder.resolve("home");
    Tidemark.of("explain", file.toString()).run().exited(0);
    try (Quayside api = Quayside.start()) {
      Tidemark check = keyed("check", file, "--base-url", api.url());
      assertThat(check.run().exited(0).out())
          .contains("bookings\n")
          .containsPattern("ok +bound +what is exactly at it is shown")
          .containsPattern("ok +single")
          .containsPattern("ok +deleted")
          .contains("0 are contradicted");

      Tidemark sync = keyed("sync", file, "--base-url", api.url(), "--home", home, "--json");
      Ran ran = sync.in(home).run().exited(0);
      int cancelled =
          (int) IntStream.rangeClosed(1, Quayside.BOOKINGS).filter(Quayside::cancelled).count();
      assertThat(ran.count("bookings", "records")).isEqualTo(Quayside.BOOKINGS - cancelled);
      assertThat(ran.count("bookings", "deletes")).isEqualTo(cancelled);
      assertThat(ran.count("moorings", "records")).isEqualTo(Quayside.MOORINGS);
      assertThat(ran.count("booking_notes", "records")).isEqualTo(Quayside.BOOKINGS / 3);
      Lake lake = Lake.of(home, "quayside");
      assertThat(lake.state("bookings")).hasSize(Quayside.BOOKINGS - cancelled);
      assertThat(lake.state("bookings")).containsEntry("1", Quayside.booking(1));
    }
  }

  private static Tidemark keyed(Object... words) {
    return Tidemark.of()
        .with(words)
        .credential("{\"apiKey\":\"" + Quayside.KEY + "\"}", Quayside.KEY);
  }

  private static List<String> blocks() throws IOException {
    return YAML.matcher(Files.readString(PAGE)).results().map(YourOwnApiTest::text).toList();
  }

  private static String text(MatchResult block) {
    return block.group(1);
  }

  private static String whole(String block) {
    if (block.startsWith("tidemark:")) {
      return block;
    }
    if (block.startsWith("auth:") || block.startsWith("account:")) {
      return AROUND.formatted(block, inner("pagination: {kind: none}\n" + UNORDERED));
    }
    if (block.startsWith("errors:")) {
      return AROUND.formatted(
          "auth:\n  apiKey: {}\n" + block, inner("pagination: {kind: none}\n" + UNORDERED));
    }
    if (block.startsWith("filter:")) {
      String timed = "pagination: {kind: none}\nwatermark: {field: at}\n";
      return AROUND.formatted(ANY_KEY, inner(timed + block + UNORDERED));
    }
    assertThat(block).startsWith("pagination:");
    String order = block.contains("time-step") ? ASCENDING : UNORDERED;
    return AROUND.formatted(ANY_KEY, inner(block + order));
  }

  private static String inner(String members) {
    return members.indent(4);
  }
}
