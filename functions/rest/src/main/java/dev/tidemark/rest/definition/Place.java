package dev.tidemark.rest.definition;

import org.snakeyaml.engine.v2.nodes.Node;

/** Where in a file something stands, for messages. */
record Place(String file, String path) {
  Place member(String key) {
    return new Place(file, path.isEmpty() ? key : path + "." + key);
  }

  Place item(int index) {
    return new Place(file, path + "[" + index + "]");
  }

  DefinitionException refuse(Node node, String problem) {
    return new DefinitionException(describe(node) + problem);
  }

  DefinitionException refuse(Node node, String problem, Throwable cause) {
    return new DefinitionException(describe(node) + problem, cause);
  }

  private String describe(Node node) {
    String line = node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    return file + line + ": " + (path.isEmpty() ? "" : path + ": ");
  }
}
