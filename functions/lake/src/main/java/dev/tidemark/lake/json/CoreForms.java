package dev.tidemark.lake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.state.PageGuard;
import dev.tidemark.core.state.Slicing;
import dev.tidemark.core.state.Warnings;

/**
 * The forms that core's records had in JSON, counted, and how an earlier one becomes the one of
 * now. What is stored names its form: an item of the table, a journal.
 *
 * <p>A change that adds a member to a stored record lists it in {@link StoredMembers} where the
 * record's components are grouped, raises {@link #NOW}, says here what an earlier form meant by not
 * having it, and adds an item of the form that was to the fixtures of the tests.
 */
public final class CoreForms {
  /**
   * What is written. 0: from before forms were counted. 1: named its form. 2: a walk watches the
   * content of its pages and knows the high-water that is confirmed, a tally counts warnings,
   * fingerprints say rank and generation, and a run has settings of its own. 3: a run may be cut
   * into slices.
   */
  public static final int NOW = 3;

  /** From here on fingerprints have ranks and generations. */
  private static final int RANKED = 2;

  /** From here on a run says into which slices it is cut. */
  private static final int SLICED = 3;

  private CoreForms() {}

  /** Whether the fingerprints of what names {@code form} have ranks and generations. */
  public static boolean ranked(int form) {
    return form >= RANKED;
  }

  /**
   * Brings {@code tree} from the form {@code form} to the one of now, in place.
   *
   * @throws IllegalArgumentException if it is newer than this program
   */
  public static void raise(JsonNode tree, int form) {
    if (form > NOW) {
      throw new IllegalArgumentException(
          "format: "
              + form
              + " is newer than this version of Tidemark, which knows "
              + NOW
              + "; deploy the newer version again");
    }
    if (form < SLICED) {
      inOnePiece(tree);
    }
    if (form < RANKED) {
      complete(tree);
      tree.path("entries").forEach(CoreForms::unraised);
    }
  }

  private static void inOnePiece(JsonNode tree) {
    if (tree.get("run") instanceof ObjectNode run) {
      run.set("slicing", CoreJson.tree(Slicing.NONE));
    }
    tree.forEach(CoreForms::inOnePiece);
  }

  private static void unraised(JsonNode entry) {
    if (entry instanceof ObjectNode segment) {
      segment.put("raised", 0);
    }
  }

  private static void complete(JsonNode tree) {
    if (tree.get("walk") instanceof ObjectNode walk) {
      walk.set("pages", CoreJson.tree(PageGuard.START));
      walk.putNull("confirmed");
    }
    if (tree.get("run") instanceof ObjectNode run) {
      run.putArray("settings");
    }
    if (tree.get("tally") instanceof ObjectNode tally) {
      tally.set("warnings", CoreJson.tree(Warnings.NONE));
    }
    tree.forEach(CoreForms::complete);
  }
}
