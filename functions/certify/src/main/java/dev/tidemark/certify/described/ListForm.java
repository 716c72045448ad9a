package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.BodyForm;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Records;
import dev.tidemark.rest.definition.Single;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one list is asked for and answered.
 *
 * @param way how it is asked for
 * @param records where the records of a page stand, and in which form
 * @param one whether there is one record in place of the array
 * @param record what its records look like
 * @param paging how it is cut
 * @param selection how it is selected from; null where it is not
 * @param sorting its order, as described
 */
public record ListForm(
    Way way,
    Records records,
    boolean one,
    RecordForm record,
    PageForm paging,
    @Nullable Filter selection,
    Sorting sorting) {
  /** Stands for the id of a parent record. */
  public static final String PARENT = "{parent}";

  /** How its bounds are written; null where it is not selected from. */
  @Nullable ApiClock bounds() {
    return selection == null ? null : ApiClock.of(selection.form());
  }

  /**
   * How a list is asked for.
   *
   * @param method GET or POST
   * @param path from the origin; <code>{parent}</code> stands for its parent record
   * @param parameters query parameters without which it is refused, with all their values
   * @param body members of the body without which it is refused, as JSON
   * @param bodyForm how the body is written
   * @param size how large a page is wanted; null where requests do not say
   * @param single the way to one record, its path from the origin; null where there is none
   */
  public record Way(
      String method,
      String path,
      Map<String, List<String>> parameters,
      Map<String, String> body,
      BodyForm bodyForm,
      @Nullable PageSize size,
      @Nullable Single single) {
    /** The query parameter that names the parent, and what stands around it; null for none. */
    public Map.@Nullable Entry<String, String> parent() {
      for (Map.Entry<String, List<String>> one : parameters.entrySet()) {
        if (one.getValue().size() == 1 && one.getValue().getFirst().contains(PARENT)) {
          return Map.entry(one.getKey(), one.getValue().getFirst());
        }
      }
      return null;
    }

    /** One whose body is JSON. */
    public Way(
        String method,
        String path,
        Map<String, List<String>> parameters,
        Map<String, String> body,
        @Nullable PageSize size,
        @Nullable Single single) {
      this(method, path, parameters, body, BodyForm.JSON, size, single);
    }
  }
}
