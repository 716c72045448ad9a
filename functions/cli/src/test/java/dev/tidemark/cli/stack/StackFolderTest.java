package dev.tidemark.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
  private static final String TEXT =
      """
      tidemark: 1
      source: quay
      title: Quay
      baseUrl: https://quay.example
      auth: {none: true}
      defaults: {records: data, id: id, pagination: {kind: none}, order: unordered, promote: run-start}
      resources:
        ships: {path: /ships}
      """;

  private static final String REMEDY = "run it again";

  @TempDir private Path folder = Path.of(".");

  private static OwnStack stack(String yaml) {
    return new OwnStack(DefinitionReader.read("quay.yaml", yaml), yaml);
  }

  private void edit(String path, String from, String to) throws IOException {
    Path file = folder.resolve(path);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void a_changed_definition_is_written_anew_and_what_is_the_operator_s_stays() throws IOException {
    assertThat(new StackFolder(folder).write(stack(TEXT)))
        .contains("template.yaml", "Makefile", "sources/quay.yaml", "samconfig.toml");
    edit("samconfig.toml", "ScheduleState=DISABLED", "ScheduleState=ENABLED");
    String more = TEXT + "  docks: {path: /docks}\n";
    assertThat(new StackFolder(folder).write(stack(more)))
        .containsExactly("template.yaml", "Makefile", "sources/quay.yaml");
    assertThat(folder.resolve("samconfig.toml")).content().contains("ScheduleState=ENABLED");
    assertThat(folder.resolve("template.yaml")).content().contains("QuayDocks");
    assertThat(folder.resolve("sources/quay.yaml")).hasContent(more);
  }

  @Test
  void what_was_changed_by_hand_is_not_overwritten_and_nothing_else_is_written()
      throws IOException {
    new StackFolder(folder).write(stack(TEXT));
    edit("template.yaml", "Default: 512", "Default: 1024");
    assertThatThrownBy(
            () -> new StackFolder(folder).write(stack(TEXT + "  docks: {path: /docks}\n")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            folder.resolve("template.yaml")
                + " was not written by this command, or was changed since, and is not overwritten:"
                + " move it away, or name another folder with --out");
    assertThat(folder.resolve("sources/quay.yaml")).hasContent(TEXT);
  }

  @Test
  void a_file_of_another_s_is_not_overwritten() throws IOException {
    Files.writeString(folder.resolve("Makefile"), "all:\n");
    assertThatThrownBy(() -> new StackFolder(folder).write(stack(TEXT)))
        .hasMessageContaining("Makefile was not written by this command");
    assertThat(folder.resolve("template.yaml")).doesNotExist();
  }

  @Test
  void a_check_takes_what_was_added_by_hand_and_names_what_is_missing() throws IOException {
    new StackFolder(folder).write(stack(TEXT));
    edit("template.yaml", "Default: 512", "Default: 1024");
    assertThat(StackCheck.of(stack(TEXT), folder, REMEDY)).isEmpty();
  }

  @Test
  void a_check_says_in_a_sentence_what_a_changed_definition_asks_for() throws IOException {
    new StackFolder(folder).write(stack(TEXT));
    assertThat(StackCheck.of(stack(TEXT + "  docks: {path: /docks}\n"), folder, REMEDY))
        .containsExactly(
            "template.yaml: quay's docks has no function QuayDocks; run it again",
            "template.yaml: TIDEMARK_FUNCTIONS of the sweep lacks docks=${QuayDocks}; run it again",
            "template.yaml: the alarm ThrottlesAlarm does not watch QuayDocks; run it again",
            "template.yaml: the alarm EventsDroppedAlarm does not watch QuayDocks; run it again",
            "template.yaml: the alarm EventsLateAlarm does not watch QuayDocks; run it again",
            "sources/quay.yaml is not the definition that was named; run it again");
    assertThat(
            StackCheck.of(
                stack(
                    TEXT.replace("ships: {path: /ships", "ships: {path: /ships, appendOnly: true")),
                folder,
                REMEDY))
        .contains(
            "template.yaml: the function QuayShips has other schedules than quay's ships asks for:"
                + " nothing is to be reconciled there; run it again");
    assertThat(StackCheck.of(stack(TEXT.replace("ships", "boats")), folder, REMEDY))
        .contains(
            "template.yaml: a schedule syncs ships, which no definition has; remove its function;"
                + " run it again");
  }

  @Test
  void a_check_of_a_folder_that_is_not_there_says_so() {
    assertThat(StackCheck.of(stack(TEXT), folder.resolve("none"), REMEDY))
        .contains(
            folder.resolve("none/template.yaml") + " is missing or empty; run it again",
            "samconfig.toml is missing; run it again");
  }

  @Test
  void a_definition_that_no_stack_has_room_for_is_refused_before_anything_is_written() {
    String many =
        IntStream.range(0, 80)
            .mapToObj(number -> "  a_longer_name_%02d: {path: /a}%n".formatted(number))
            .collect(Collectors.joining());
    assertThatThrownBy(() -> new StackFolder(folder).write(stack(TEXT + many)))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "quay has 81 resources, and a stack has room for the first \\d\\d of them: write the"
                + " others to a definition and a stack of their own");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_definition_of_which_no_function_is_sure_to_be_there_is_refused() {
    String named = TEXT.replace("ships: {path: /ships}", "ships: {argument: at, path: \"/{at}\"}");
    assertThatThrownBy(() -> new StackFolder(folder).write(stack(named)))
        .hasMessage(
            "quay has only resources that are one for each of your own names, such as ships.<at>; a"
                + " stack needs one that is not");
  }

  @Test
  void the_name_of_a_built_in_source_is_not_taken_for_another_definition() {
    assertThatThrownBy(() -> stack(TEXT.replace("source: quay", "source: lev")))
        .hasMessage(
            "source: lev is the name of a built-in source, which a stack would run instead; call"
                + " yours otherwise, such as my-lev");
  }
}
