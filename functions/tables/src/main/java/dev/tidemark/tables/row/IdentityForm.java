package dev.tidemark.tables.row;

import dev.tidemark.core.lake.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * How a record's identity follows from its id and its parent's as an operator writes them: the
 * number 1 and the text "1" are two identities. What follows in none of these ways is written out.
 */
enum IdentityForm {
  /** A number, or the values of several members. */
  JSON("json", false, false),
  TEXT("text", true, false),
  NUMBER_IN_NUMBER("json/json", false, false),
  TEXT_IN_NUMBER("json/text", true, false),
  NUMBER_IN_TEXT("text/json", false, true),
  TEXT_IN_TEXT("text/text", true, true);

  private final String word;
  private final boolean text;
  private final boolean textParent;

  IdentityForm(String word, boolean text, boolean textParent) {
    this.word = word;
    this.text = text;
    this.textParent = textParent;
  }

  private boolean isChild() {
    return word.contains("/");
  }

  /** The identity; null where the id is not of this form. */
  private @Nullable String identity(String id, @Nullable String parent) {
    if (!isChild()) {
      return text ? JsonText.quote(id) : id;
    }
    if (parent == null || !id.startsWith(parent + "/")) {
      return null;
    }
    String own = id.substring(parent.length() + 1);
    return (textParent ? JsonText.quote(parent) : parent)
        + "/"
        + (text ? JsonText.quote(own) : own);
  }

  /** What is kept beside {@code id}, so that {@link #identity(String, String, String)} finds it. */
  static String of(String identity, String id, @Nullable String parent) {
    for (IdentityForm form : values()) {
      if (identity.equals(form.identity(id, parent))) {
        return form.word;
      }
    }
    return identity;
  }

  /** The identity of which {@code id}, {@code kept} and {@code parent} are kept. */
  static String identity(String id, String kept, @Nullable String parent) {
    for (IdentityForm form : values()) {
      if (form.word.equals(kept)) {
        String identity = form.identity(id, parent);
        return identity == null ? kept : identity;
      }
    }
    return kept;
  }
}
