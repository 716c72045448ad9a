package dev.tidemark.rest.definition;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is to be said of the children of another resource. */
final class ChildWords {
  private ChildWords() {}

  /** In words, by what each is said of; none for a resource that has no parent. */
  static Map<String, String> of(Resource resource) {
    Map<String, String> words = new LinkedHashMap<>();
    Kinship kin = resource.kin();
    if (kin.parent() == null) {
      return words;
    }
    words.put(
        "one " + (resource.answer().one() ? "record" : "list"),
        "for each of " + kin.parent() + ", whose list is walked on the way");
    if (kin.parentId() != null) {
      words.put("parent", "the id at " + kin.parentId() + " of each; another one fails the run");
    }
    words.put(
        "hidden",
        "a parent that answers 403, 404 or 410 is skipped; "
            + (kin.hidden() == 100
                ? "403 of every parent fails the run"
                : "more than " + kin.hidden() + " % of them, or all, fail the run"));
    return words;
  }
}
