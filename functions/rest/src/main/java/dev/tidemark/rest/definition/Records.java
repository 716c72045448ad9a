package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** Where an answer holds the records of a list, and in which form. */
@Doc("Where an answer holds its records, and in which form. A plain text is the path of a list.")
public record Records(
    @Doc("Path of the records in the body; empty where the body is nothing else.") @Shorthand
        MemberPath path,
    @Doc(
            "In which form they stand there: list, an array; keyed, an array or an object whose"
                + " members are the records, whatever their names; one-or-many, an array, or the"
                + " record itself where there is one; lines, a body of one record a line.")
        @Default("list")
        Form form) {
  /** In which form records stand in an answer. */
  public enum Form {
    /** An array. */
    LIST,
    /** An array, or an object whose members are the records. */
    KEYED,
    /** An array, or the only record itself. */
    ONE_OR_MANY,
    /** One record a line, and nothing else. */
    LINES
  }

  public Records {
    if (form == Form.LINES && !path.isWhole()) {
      throw new IllegalArgumentException(
          "records.form: lines with the path "
              + path
              + ": each line is a record, and nothing stands around them; write path: ''");
    }
  }

  /** Why pages of {@code answer} cannot lead on as {@code pagination} says; null if they can. */
  static @Nullable String problem(ListAnswer answer, Pagination pagination) {
    if (answer.records().form() == Form.LIST) {
      return null;
    }
    if (answer.one()) {
      return "one: true with records.form: there is one record, and no list; leave one of both out";
    }
    boolean total = answer.total() != null && answer.total().body() != null;
    return answer.records().form() == Form.LINES
            && (total || !PaginationSafety.isBesideTheBody(pagination))
        ? "records.form: lines: a body of lines has no member beside its records; name a header for"
            + " "
            + (total ? "total" : "what leads to the next page, or take kind: last-record")
        : null;
  }

  /** In words, where it is no array; empty where it is. */
  String words() {
    return switch (form) {
      case LIST -> "";
      case KEYED -> "a list, or an object whose members are the records";
      case ONE_OR_MANY -> "a list, or the record itself where there is one";
      case LINES -> "one record a line";
    };
  }
}
