package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.ChosenLink;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Parameter;
import org.jspecify.annotations.Nullable;

/** How a list is cut into pages. */
public sealed interface PageForm {
  /** Whether there is more, as the page says; null where it says nothing. */
  @Nullable Flag mark();

  /**
   * A token leads to the next page.
   *
   * @param slot where it is sent
   * @param next where it is given
   * @param left whether the member is left out behind the last page, instead of being null
   * @param bookmarks whether the last page gives one too, good for the next walk
   */
  record Token(Parameter slot, Location next, @Nullable Flag mark, boolean left, boolean bookmarks)
      implements PageForm {}

  /**
   * A URL leads to the next page.
   *
   * @param next where it is given
   * @param left whether the member is left out behind the last page, instead of being null
   * @param link how it stands among other links there; null where it stands alone
   */
  record Url(Location next, @Nullable Flag mark, boolean left, @Nullable ChosenLink link)
      implements PageForm {}

  /** A header {@code Link} leads to the next page. */
  record Link(String rel) implements PageForm {
    @Override
    public @Nullable Flag mark() {
      return null;
    }
  }

  /** The next page is what stands behind a value of the last record. */
  record Behind(Parameter slot, Member member, @Nullable Flag mark) implements PageForm {
    /** Whose value it is. */
    public enum Member {
      /** The id. */
      ID,
      /** The time: what shares the last record's is left out. */
      TIME,
      /** A key of its own, in the order of the ids. */
      KEY
    }
  }

  /**
   * Pages or records are counted.
   *
   * @param first number of the first page, or 0
   * @param pages whether pages are counted, else records
   */
  record Counted(Parameter slot, long first, boolean pages, @Nullable Flag mark)
      implements PageForm {}

  /**
   * The time that a page ends with is the next lower bound.
   *
   * @param next its path in the body
   */
  record Steps(MemberPath next, @Nullable Flag mark) implements PageForm {}

  /** There is one page. */
  record Whole() implements PageForm {
    @Override
    public @Nullable Flag mark() {
      return null;
    }
  }
}
