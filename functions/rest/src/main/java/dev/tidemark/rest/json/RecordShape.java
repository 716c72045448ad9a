package dev.tidemark.rest.json;

import dev.tidemark.core.watermark.Watermark;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in a record; everything else passes unseen.
 *
 * @param id path of the id
 * @param watermark path of the watermark; null for none
 * @param parse reads a watermark; null where the text is none
 * @param version path of the version; null for none
 * @param deleted path of the member that says that the record is gone; null for none
 * @param deletedText its text then
 * @param skipped paths of top-level members that do not count when two records are compared
 */
public record RecordShape(
    String id,
    @Nullable String watermark,
    Function<Scalar, @Nullable Watermark> parse,
    @Nullable String version,
    @Nullable String deleted,
    String deletedText,
    List<String> skipped) {
  public RecordShape {
    skipped = List.copyOf(skipped);
  }
}
