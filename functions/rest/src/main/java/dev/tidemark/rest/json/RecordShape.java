package dev.tidemark.rest.json;

import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.RecordId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a record; everything else passes unseen.
 *
 * @param id what names a record; null where a record has none of its own
 * @param watermark path of the watermark; null for none
 * @param parse reads a watermark; null where the text is none
 * @param version path of the version; null for none
 * @param rank reads the rank of a version
 * @param deleted path of the member that says that the record is gone; null for none
 * @param deletedTexts its texts then
 * @param last path of the member whose value in the page's last record is wanted; null for none
 * @param reserved name of the top-level member that a record may not have; null for none
 * @param skipped paths of members that do not count when two records are compared
 */
public record RecordShape(
    @Nullable RecordId id,
    @Nullable MemberPath watermark,
    Function<Scalar, @Nullable Watermark> parse,
    @Nullable MemberPath version,
    ToLongFunction<Scalar> rank,
    @Nullable MemberPath deleted,
    List<String> deletedTexts,
    @Nullable MemberPath last,
    @Nullable String reserved,
    List<MemberPath> skipped) {
  public RecordShape {
    deletedTexts = List.copyOf(deletedTexts);
    skipped = List.copyOf(skipped);
  }

  /** Whether {@code mark} says that its record is gone. */
  boolean saysGone(Scalar mark) {
    return switch (mark.kind()) {
      case TEXT, NUMBER, FLAG -> deletedTexts.contains(mark.text());
      case NULL, NESTED -> false;
    };
  }
}
