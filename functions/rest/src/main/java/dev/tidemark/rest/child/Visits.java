package dev.tidemark.rest.child;

import org.jspecify.annotations.Nullable;

/**
 * How the parents of a walk have answered so far. A few that may not be seen are how many accounts
 * are; where most are not, the walk has not seen what there is.
 *
 * @param parents whose list was asked for to its end
 * @param hidden those of them that answered 403, 404 or 410
 * @param forbidden those of them that answered 403
 */
record Visits(long parents, long hidden, long forbidden) {
  /** Before the first parent. */
  static final Visits NONE = new Visits(0, 0, 0);

  /** Fewer hidden ones are believed, unless they are most parents. */
  private static final long LEAST = 10;

  /** Fewer hidden ones prove nothing, even if they are most parents. */
  private static final long LEAST_OF_MOST = 3;

  /** So many parents without one list are enough to stop at once. */
  private static final long HOPELESS = 100;

  private static final int ANY = 100;

  Visits {
    if (forbidden < 0 || hidden < forbidden || parents < hidden) {
      throw new IllegalArgumentException(
          "not 0 <= forbidden <= hidden <= parents: " + forbidden + ", " + hidden + ", " + parents);
    }
  }

  /** One more parent, whose list was read. */
  Visits read() {
    return new Visits(parents + 1, hidden, forbidden);
  }

  /** One more parent, which answered {@code status} instead of its list. */
  Visits hidden(int status) {
    return new Visits(parents + 1, hidden + 1, status == 403 ? forbidden + 1 : forbidden);
  }

  /**
   * Why the walk cannot be believed; null if it can.
   *
   * @param percent of the parents that may be hidden
   * @param ended whether there is no parent left
   */
  @Nullable String problem(String children, String parent, int percent, boolean ended) {
    boolean all = hidden == parents && (forbidden > 0 || percent < ANY);
    boolean most = hidden * 2 > parents && hidden >= LEAST_OF_MOST;
    boolean tooMany = (hidden >= LEAST || most) && hidden * 100 > parents * percent;
    boolean bad = ended ? (all && most) || tooMany : all && parents >= HOPELESS;
    return bad ? sentence(children, parent) : null;
  }

  private String sentence(String children, String parent) {
    String counted = hidden == parents ? "each of " + parents : hidden + " of " + parents;
    return children
        + ": "
        + counted
        + " parents ("
        + parent
        + ") answered "
        + (forbidden == hidden ? "403" : forbidden == 0 ? "404 or 410" : "403, 404 or 410")
        + " instead of a list, so that their "
        + children
        + " were not seen; "
        + (forbidden > 0
            ? "give the credential the scope or role that reads them"
            : "check the path, and the credential's scope or role")
        + (hidden == parents && forbidden > 0
            ? ""
            : ", or where the API is so, raise the share that may be hidden (hidden: 100 for any)");
  }
}
