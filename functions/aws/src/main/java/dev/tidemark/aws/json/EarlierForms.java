package dev.tidemark.aws.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings what earlier versions wrote up to the form that is read now. */
public final class EarlierForms {
  private EarlierForms() {}

  /** Gives every run in {@code tree} the members that runs did not have before: no settings. */
  public static void raise(JsonNode tree) {
    for (JsonNode parent : tree.findParents("run")) {
      if (parent.get("run") instanceof ObjectNode run && !run.has("settings")) {
        run.putArray("settings");
      }
    }
  }
}
