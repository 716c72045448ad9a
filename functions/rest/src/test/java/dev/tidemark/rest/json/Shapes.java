package dev.tidemark.rest.json;

import dev.tidemark.core.source.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.TimeFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What these tests look at. */
final class Shapes {
  /** Of versions whose rank is not looked at. */
  static final ToLongFunction<Scalar> UNRANKED = _ -> VersionRank.NONE;

  /** A page whose records stand at {@code page.data}. */
  static final EnvelopeShape ENVELOPE =
      new EnvelopeShape("page.data", false, List.of("page.next", "page.more", "request_id"));

  /** Records whose id, time and version stand at different depths; two members do not count. */
  static final RecordShape RECORD =
      new RecordShape(
          "key.id",
          "meta.time.updated",
          times(TimeFormat.ISO_8601),
          "version",
          UNRANKED,
          "state",
          List.of("gone"),
          null,
          null,
          List.of("seen", "meta.views"));

  /** Records with nothing but an id. */
  static final RecordShape BARE =
      new RecordShape(
          "id",
          null,
          times(TimeFormat.ISO_8601),
          null,
          UNRANKED,
          null,
          List.of(),
          null,
          null,
          List.of());

  private Shapes() {}

  /** Reads times of that format. */
  // From a class file NullAway does not see that a RecordShape takes a function that may give null.
  @SuppressWarnings("NullAway")
  static Function<Scalar, Watermark> times(TimeFormat format) {
    return value -> Times.watermark(value, format);
  }

  /** A list of bare records under {@code data}. */
  static PageScanner bare() {
    return new PageScanner(new EnvelopeShape("data", false, List.of("next")), BARE);
  }
}
