package dev.tidemark.rest.json;

import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.RecordId;
import dev.tidemark.rest.definition.TimeFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What these tests look at. */
final class Shapes {
  /** Of versions whose rank is not looked at. */
  static final ToLongFunction<Scalar> UNRANKED = _ -> VersionRank.NONE;

  /** A page whose records stand at {@code page.data}. */
  static final EnvelopeShape ENVELOPE =
      new EnvelopeShape(
          MemberPath.of("page.data"),
          false,
          Stream.of("page.next", "page.more", "request_id").map(MemberPath::of).toList());

  /** Records whose id, time and version stand at different depths; two members do not count. */
  static final RecordShape RECORD =
      new RecordShape(
          RecordId.of("key.id"),
          new RecordShape.Timed(MemberPath.of("meta.time.updated"), times(TimeFormat.ISO_8601)),
          new RecordShape.Ranked(MemberPath.of("version"), UNRANKED),
          new RecordShape.Gone(MemberPath.of("state"), List.of("gone")),
          null,
          null,
          List.of(MemberPath.of("seen"), MemberPath.of("meta.views")));

  /** Records with nothing but an id. */
  static final RecordShape BARE =
      new RecordShape(RecordId.of("id"), null, null, null, null, null, List.of());

  private Shapes() {}

  /** Reads times of that format. */
  static Function<Scalar, @Nullable Watermark> times(TimeFormat format) {
    return value -> Times.watermark(value, format);
  }

  /** A list of bare records under {@code data}. */
  static PageScanner bare() {
    return new PageScanner(
        new EnvelopeShape(MemberPath.of("data"), false, List.of(MemberPath.of("next"))), BARE);
  }
}
