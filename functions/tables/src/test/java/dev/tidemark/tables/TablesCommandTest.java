package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.cli.Main;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.files.SystemDisk;
import dev.tidemark.lake.landing.NewObject;
import dev.tidemark.lake.landing.WriteOnceStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command {@code tables}, as the command line finds and starts it. */
class TablesCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private Path home;
  private Path definition;

  @BeforeEach
  void define() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    definition =
        Files.writeString(folder.resolve("acme.yaml"), Bucket.definition("n: long, s: string"));
  }

  private void publish(Bucket bucket) {
    WriteOnceStore objects = new HomeFolder(home, "tidemark", new SystemDisk()).objects();
    bucket.objects.forEach((key, content) ->
        objects.create(
            new NewObject(key, Bytes.of(content), "x", "application/octet-stream", Map.of())));
  }

  private int tables(Object... more) {
    List<String> words = new ArrayList<>(List.of("tables", definition.toString()));
    words.addAll(List.of("--home", home.toString()));
    for (Object word : more) {
      words.add(word.toString());
    }
    String[] line = words.toArray(String[]::new);
    CommandLine command = Main.commandLine(line);
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line);
  }

  @Test
  void each_table_that_took_a_run_is_reported_once() throws IOException {
    Bucket bucket = new Bucket(4, new Calls());
    bucket.publish("r1", Bucket.line("{\"id\":1,\"n\":5}", "r1", null, false));
    publish(bucket);
    assertThat(tables("--json")).as("%s", err).isZero();
    JsonNode document = new ObjectMapper().readTree(out.toString());
    assertThat(document.path("table").asText()).isEqualTo("acme.deals");
    assertThat(document.path("runs")).extracting(JsonNode::asText).containsExactly("r1");
    assertThat(document.path("entered").asInt()).isOne();
    out.getBuffer().setLength(0);
    assertThat(tables("deals")).isZero();
    assertThat(out.toString())
        .startsWith("acme deals: nothing new")
        .contains("the tables lie in " + home.resolve("tables"));
  }

  @Test
  void values_that_do_not_fit_are_told() {
    Bucket bucket = new Bucket(4, new Calls());
    bucket.publish("r1", Bucket.line("{\"id\":1,\"n\":\"x\"}", "r1", null, false));
    publish(bucket);
    assertThat(tables()).as("%s", err).isZero();
    assertThat(out.toString())
        .startsWith(
            "acme.deals: 1 runs, 1 rows entered, 0 ended, 0 deletes; n is null in 1 rows whose"
                + " value does not fit");
  }

  @Test
  void what_is_not_there_is_one_sentence() {
    assertThat(tables()).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "tidemark: nothing of acme is published yet; sync it first, or name the account with"
                + " --connection");
    Bucket bucket = new Bucket(4, new Calls());
    bucket.publish("r1", Bucket.line("{\"id\":1}", "r1", null, false));
    publish(bucket);
    assertThat(tables("leads")).isEqualTo(2);
    home = folder.resolve("elsewhere");
    assertThat(tables()).isEqualTo(2);
    assertThat(err.toString()).contains("there is no home " + home).contains("leads");
    assertThat(home).doesNotExist();
  }
}
