package dev.tidemark.rest.json;

import dev.tidemark.core.watermark.VersionRank;
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
 * @param time its watermark; null for none
 * @param version by which newer wins; null for none
 * @param gone what says that the record is gone; null for nothing
 * @param last path of the member whose value in the page's last record is wanted; null for none
 * @param reserved name of the top-level member that a record may not have; null for none
 * @param skipped paths of members that do not count when two records are compared
 */
public record RecordShape(
    @Nullable RecordId id,
    @Nullable Timed time,
    @Nullable Ranked version,
    @Nullable Gone gone,
    @Nullable MemberPath last,
    @Nullable String reserved,
    List<MemberPath> skipped) {
  public RecordShape {
    skipped = List.copyOf(skipped);
  }

  /**
   * Where a watermark stands.
   *
   * @param parse reads it; null where the text is none
   */
  public record Timed(MemberPath path, Function<Scalar, @Nullable Watermark> parse) {}

  /**
   * Where a version stands.
   *
   * @param rank reads its rank
   */
  public record Ranked(MemberPath path, ToLongFunction<Scalar> rank) {}

  /**
   * Where a record says that it is gone.
   *
   * @param texts what stands there then
   */
  public record Gone(MemberPath path, List<String> texts) {
    public Gone {
      texts = List.copyOf(texts);
    }
  }

  /** Where its watermark stands; null for nowhere. */
  @Nullable MemberPath timeAt() {
    return time == null ? null : time.path();
  }

  /** Where its version stands; null for nowhere. */
  @Nullable MemberPath versionAt() {
    return version == null ? null : version.path();
  }

  /** Where it says that it is gone; null for nowhere. */
  @Nullable MemberPath goneAt() {
    return gone == null ? null : gone.path();
  }

  /** Reads a watermark; null where {@code value} is none. */
  @Nullable Watermark watermark(Scalar value) {
    return time == null ? null : time.parse().apply(value);
  }

  /** Reads the rank of a version. */
  long rank(Scalar value) {
    return version == null ? VersionRank.NONE : version.rank().applyAsLong(value);
  }

  /** Whether {@code mark} says that its record is gone. */
  boolean saysGone(Scalar mark) {
    return switch (mark.kind()) {
      case TEXT, NUMBER, FLAG -> gone != null && gone.texts().contains(mark.text());
      case NULL, NESTED -> false;
    };
  }
}
