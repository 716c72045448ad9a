package dev.tidemark.rest.json;

import dev.tidemark.rest.definition.MemberPath;
import org.jspecify.annotations.Nullable;

/**
 * Whose records a list has to hold. An API that does not heed what names the parent shows the same
 * list for each.
 *
 * @param path where a record says whose it is
 * @param id of the parent, as text
 */
public record NamedParent(MemberPath path, String id) {
  /** Refuses what is said by a record of another parent, or by one that does not say. */
  void require(@Nullable Scalar said) throws MisreadPathException {
    if (said == null || !said.isValue()) {
      throw new MisreadPathException(
          "a record does not say whose it is: "
              + path
              + " is no text and no number; correct parentId");
    }
    if (!said.text().equals(id)) {
      throw new MisreadPathException(
          "asked for the children of "
              + id
              + ", the API shows one whose "
              + path
              + " is "
              + said.text()
              + ": it does not heed the parameter that names the parent; correct parameters or"
              + " parentId");
    }
  }
}
