package dev.tidemark.files;

import dev.tidemark.testkit.mutation.Edit;
import dev.tidemark.testkit.mutation.Mutant;
import dev.tidemark.testkit.mutation.MutationContract;
import dev.tidemark.testkit.mutation.NamedTest;
import java.util.stream.Stream;

/** What makes an answer durable, or one of two writers the only one, is left out. */
class BrokenFolderTest extends MutationContract {
  private static final String HERE = "dev.tidemark.files.";
  private static final String KILLED = HERE + "KilledBetweenCallsTest";
  private static final String POWER = "it_is_there_after_a_loss_of_power_too";
  private static final String NEXT =
      "what_the_next_owner_counts_on_is_there_after_it_though_the_first_had_not_forced_it";

  @Override
  protected Stream<Mutant> breaks() {
    return Stream.of(
        new Mutant(
            "a file gets its name before its content is on the disk",
            new Edit(HERE + "Folder", "      disk.force(part);\n", ""),
            NamedTest.of(KILLED, POWER)),
        new Mutant(
            "an object's name is not forced",
            new Edit(
                HERE + "Folder",
                "boolean created = named(part, file);\n"
                    + "              disk.forceFolder(parent(file));",
                "boolean created = named(part, file);"),
            NamedTest.of(KILLED, POWER)),
        new Mutant(
            "a folder's own name is not forced",
            new Edit(HERE + "Folder", "    disk.forceFolder(above);\n", ""),
            NamedTest.of(KILLED, POWER)),
        new Mutant(
            "an object is counted on that another left unforced",
            new Edit(
                HERE + "Folder",
                "      disk.forceFolder(parent(file));\n      return true;",
                "      disk.size(file);\n      return true;"),
            NamedTest.of(KILLED, NEXT)),
        new Mutant(
            "an object is there before what is known of it",
            new Edit(
                HERE + "Folder",
                "              before.run();\n              boolean created = named(part, file);",
                "              boolean created = named(part, file);\n              before.run();"),
            NamedTest.of(
                KILLED, "what_was_answered_is_there_and_the_next_owner_completes_the_run")),
        new Mutant(
            "a document is written whatever is stored",
            new Edit(
                HERE + "Documents",
                "boolean due = expected.test(",
                "boolean due = true | expected.test("),
            NamedTest.of(
                HERE + "FolderStatesTest",
                "of_many_writers_on_the_same_state_exactly_one_succeeds")));
  }
}
