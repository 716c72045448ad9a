package dev.tidemark.certify.described;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one list is asked for and answered.
 *
 * @param way how it is asked for
 * @param records path of the array in a page; empty where the page is the array
 * @param one whether there is one record in place of the array
 * @param record what its records look like
 * @param paging how it is cut
 * @param selection how it is selected from; null where it is not
 * @param sorting its order, as described
 */
public record ListForm(
    Way way,
    String records,
    boolean one,
    RecordForm record,
    PageForm paging,
    @Nullable Selection selection,
    Sorting sorting) {

  /**
   * How a list is asked for.
   *
   * @param method GET or POST
   * @param path from the origin; <code>{parent}</code> stands for its parent record
   * @param parameters query parameters without which it is refused, with all their values
   * @param body members of the body without which it is refused, as JSON
   * @param size how large a page is wanted; null where requests do not say
   * @param single the way to one record; null where there is none
   */
  public record Way(
      String method,
      String path,
      Map<String, List<String>> parameters,
      Map<String, String> body,
      @Nullable Size size,
      @Nullable Single single) {}

  /** How large a page is wanted, and how large one may be. */
  public record Size(Slot slot, int max) {}

  /**
   * How one record is asked for.
   *
   * @param path from the origin, with <code>{id}</code>
   * @param record path of the record in the body; empty where the body is the record
   * @param gone status of the answer for a record that is not there
   */
  public record Single(String path, String record, int gone) {
    /** One that answers 404 for a record that is not there. */
    public Single(String path, String record) {
      this(path, record, 404);
    }
  }
}
