package dev.tidemark.simulators.page;

import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Due;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts pages out of rows, and remembers for which query each of its cursors is good. */
public final class Pager {
  private final CursorForm form;
  private final CursorLedger cursors = new CursorLedger();
  private final PageBending bending = new PageBending();

  /** A pager that writes cursors like {@code form}. */
  public Pager(CursorForm form) {
    this.form = form;
  }

  /** Whether a cursor was issued, and only for other walks than {@code walk}. */
  public boolean foreign(String cursor, String walk) {
    return cursors.foreign(cursor, walk);
  }

  /**
   * The page of {@code ask}.
   *
   * @param found its rows, and one more where it is not the last page
   * @param shown how a row is written
   */
  public Page page(Ask ask, List<Row> found, Function<Row, Json> shown, Due due) {
    boolean more = found.size() > ask.limit();
    List<Row> rows = more ? found.subList(0, ask.limit()) : found;
    String next = more ? form.behind(rows.getLast().id()) : null;
    if (next != null) {
      cursors.issue(next, ask.walk());
    }
    return bending.bend(
        Page.of(rows.stream().map(shown).toList(), next), due, ask.walk(), ask.sent());
  }

  /**
   * What a client asks for.
   *
   * @param walk names the query that a cursor belongs to: the list, its filters and its order
   * @param sent the cursor; null on the first page
   */
  public record Ask(String walk, @Nullable String sent, int limit) {}
}
