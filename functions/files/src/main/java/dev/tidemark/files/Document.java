package dev.tidemark.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.state.DamagedStateException;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * One document of a folder.
 *
 * @param file where it lies
 * @param names the members by which it says what it is of: a file system that does not distinguish
 *     names by case would give the document of another
 * @param what it is, for messages
 * @param remedy what an operator does where it cannot be read
 */
record Document(Path file, SequencedMap<String, String> names, String what, String remedy) {
  Document {
    names = new TreeMap<>(names);
  }

  /** A file beside it, held by who writes it. */
  Path lock() {
    return file.resolveSibling("." + file.getFileName() + ".lock");
  }

  /** Writes into {@code tree} what it is of. */
  void sign(ObjectNode tree) {
    names.forEach(tree::put);
  }

  /**
   * Takes out of {@code tree} what it is of.
   *
   * @throws IllegalArgumentException if it is of something else
   */
  void check(ObjectNode tree) {
    names.forEach((name, value) -> {
      JsonNode said = tree.remove(name);
      if (said == null || !said.asText().equals(value)) {
        throw new IllegalArgumentException(name + ": not " + value + ", but " + said);
      }
    });
  }

  DamagedStateException damaged(String wrong, Exception cause) {
    return new DamagedStateException(
        what + " in " + file + " cannot be read: " + wrong + "; " + remedy, cause);
  }
}
