package dev.tidemark.certify.described;

/**
 * A member of a page that says whether there is more.
 *
 * @param path in the body, joined by dots
 * @param saysMore whether it is set where there is more, else where there is none
 * @param set how set is written, as JSON
 * @param unset how not set is written
 */
public record Mark(String path, boolean saysMore, String set, String unset) {
  /** How it stands in a page, as JSON. */
  String json(boolean more) {
    return more == saysMore ? set : unset;
  }
}
