package dev.tidemark.rest.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where in a file something stands, for messages. */
record Place(FileText file, String path) {
  Place member(String key) {
    return new Place(file, path.isEmpty() ? key : path + "." + key);
  }

  Place item(int index) {
    return new Place(file, path + "[" + index + "]");
  }

  DefinitionException refuse(Node node, String problem) {
    return refuse(node, problem, null);
  }

  DefinitionException refuse(Node node, String problem, @Nullable Throwable cause) {
    return refused(node, problem, cause, false);
  }

  /** Refuses a key. */
  DefinitionException unknown(Node key, List<String> known, @Nullable String meant) {
    String hint = meant == null ? "" : "did you mean \"" + meant + "\"? ";
    return refused(
        key, "is not known here; " + hint + "known are " + String.join(", ", known), null, true);
  }

  private DefinitionException refused(
      Node node, String problem, @Nullable Throwable cause, boolean unknownKey) {
    LineExcerpt excerpt =
        file.excerpt(node.getStartMark().orElse(null), node.getEndMark().orElse(null));
    int line = excerpt == null ? 0 : excerpt.number();
    String at = line == 0 ? "" : ":" + line;
    String last = path.substring(path.lastIndexOf('.') + 1);
    String message = file.name() + at + ": " + (path.isEmpty() ? "" : path + ": ") + problem;
    String where = line + " " + last + " " + problem;
    return new DefinitionException(new Refusal(message, excerpt, unknownKey, where), cause);
  }
}
