package dev.tidemark.cli.process;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command that cannot begin.
 *
 * @param what is wrong with it
 * @param words the command
 * @param credential what the environment says; null leaves it out
 * @param says what its one sentence holds: where it is, and what to do
 */
record Refused(String what, List<String> words, @Nullable String credential, List<String> says) {
  private static final String KEY = "a-key-that-is-not-shown";

  static Refused of(String what, String words, String... says) {
    return new Refused(what, List.of(words.split(" ")), KEY, List.of(says));
  }

  Refused credential(@Nullable String changed) {
    return new Refused(what, words, changed, says);
  }

  /** The command, whose home is below {@code folder}. */
  Tidemark in(Path folder) {
    Path home = folder.resolve("home");
    Tidemark command =
        Tidemark.of()
            .with(words.stream().map(word -> word.replace("FOLDER", folder.toString())).toArray())
            .credential(credential, credential == null ? Tidemark.NO_SECRET : credential)
            .in(home);
    boolean landsNothing = words.getFirst().equals("check");
    return landsNothing || words.contains("--home") ? command : command.with("--home", home);
  }

  @Override
  public String toString() {
    return what;
  }
}
