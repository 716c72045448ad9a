package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StackCommandTest {
  @TempDir private Path folder = Path.of(".");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    CommandLine command = Main.commandLine(words);
    return command
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  @Test
  void writes_the_stack_of_an_example_and_says_the_next_command() {
    String definition = Path.of("..", "..", "examples", "stripe-like.yaml").toString();
    assertThat(run("stack", definition, "--out", folder.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("wrote " + folder.resolve("template.yaml"))
        .contains("cd " + folder + " && sam build && sam deploy");
    assertThat(run("stack", definition, "--out", folder.toString(), "--check")).isZero();
    assertThat(out.toString()).contains(folder + " has what " + definition + " asks for");
  }

  @Test
  void a_check_that_finds_something_exits_with_1() throws IOException {
    assertThat(run("stack", "lev", "--out", folder.toString())).isZero();
    assertThat(run("stack", "askelephant", "--out", folder.toString(), "--check")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "template.yaml: askelephant's users has no function AskElephantUsers; ./tidemark");
  }

  @Test
  void the_repository_s_own_has_what_its_definitions_ask_for() {
    assertThat(run("stack", "--check")).as(out.toString()).isZero();
    assertThat(out.toString()).contains("template.yaml has what the definitions ask for");
  }

  @Test
  void a_folder_needs_a_definition() {
    assertThat(run("stack", "--out", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--out: name the definition whose stack is written there");
  }
}
