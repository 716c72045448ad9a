package dev.tidemark.rest.json;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.RecordId;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
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
 * @param likeness by what two records are compared
 * @param owner whose record it has to be; null where nothing in it says so
 */
public record RecordShape(
    @Nullable RecordId id,
    @Nullable Timed time,
    @Nullable Ranked version,
    @Nullable Gone gone,
    @Nullable MemberPath last,
    @Nullable String reserved,
    Likeness likeness,
    @Nullable NamedParent owner) {
  /**
   * By what two records are compared.
   *
   * @param skipped paths of members that do not count
   * @param shuffled whether the order of members does not count either
   */
  public record Likeness(List<MemberPath> skipped, boolean shuffled) {
    public Likeness {
      skipped = List.copyOf(skipped);
    }
  }

  /** One whose members keep their order. */
  public RecordShape(
      @Nullable RecordId id,
      @Nullable Timed time,
      @Nullable Ranked version,
      @Nullable Gone gone,
      @Nullable MemberPath last,
      @Nullable String reserved,
      List<MemberPath> skipped) {
    this(id, time, version, gone, last, reserved, new Likeness(skipped, false), null);
  }

  /** The same where each record has to be one of {@code parent}. */
  public RecordShape of(NamedParent parent) {
    return new RecordShape(id, time, version, gone, last, reserved, likeness, parent);
  }

  /** A record's bytes, and by what they are compared. */
  JsonSlice slice(byte[] bytes, int offset, int length, int @Nullable [] skips) {
    return new JsonSlice(
        bytes,
        offset,
        length,
        skips,
        likeness.shuffled() ? SortedMembers.of(bytes, offset, length, skips) : null);
  }

  /**
   * Where a watermark stands.
   *
   * @param otherwise where it stands if nothing is at {@code path}; null for nowhere
   * @param parse reads it; null where the text is none
   */
  public record Timed(
      MemberPath path,
      @Nullable MemberPath otherwise,
      Function<Scalar, @Nullable Watermark> parse) {
    /** One that stands in one place. */
    public Timed(MemberPath path, Function<Scalar, @Nullable Watermark> parse) {
      this(path, null, parse);
    }
  }

  /**
   * Where a version stands.
   *
   * @param rank reads its rank
   */
  public record Ranked(MemberPath path, ToLongFunction<Scalar> rank) {}

  /**
   * Where a record says that it is gone.
   *
   * @param texts what stands there then; empty where any value says it
   */
  public record Gone(MemberPath path, List<String> texts) {
    /** Digits and joints of a time that is none: some databases write no time so. */
    private static final Pattern NO_TIME = Pattern.compile("[0 :.TZ+-]*");

    public Gone {
      texts = List.copyOf(texts);
    }

    private boolean says(Scalar mark) throws MisreadPathException {
      return switch (mark.kind()) {
        case NULL -> false;
        case TEXT, NUMBER ->
            texts.isEmpty() ? !NO_TIME.matcher(mark.text()).matches() : texts.contains(mark.text());
        case FLAG -> texts.isEmpty() ? mark.text().equals("true") : texts.contains(mark.text());
        case NESTED -> {
          if (texts.isEmpty() && mark.isArray()) {
            throw new MisreadPathException(
                "a record's "
                    + path
                    + " is an array, which says neither that the record is gone nor that it is not;"
                    + " name another member in deleted.field, or values by equals");
          }
          yield texts.isEmpty();
        }
      };
    }
  }

  /** Where it says whose it is; null for nowhere. */
  @Nullable MemberPath ownerAt() {
    return owner == null ? null : owner.path();
  }

  /** Refuses a record that is another's than it has to be. */
  void requireOwner(@Nullable Scalar said) throws MisreadPathException {
    if (owner != null) {
      owner.require(said);
    }
  }

  /** Where its watermark stands; null for nowhere. */
  @Nullable MemberPath timeAt() {
    return time == null ? null : time.path();
  }

  /** Where its watermark stands if it does not stand there; null for nowhere. */
  @Nullable MemberPath otherwiseAt() {
    return time == null ? null : time.otherwise();
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
  boolean saysGone(Scalar mark) throws MisreadPathException {
    return gone != null && gone.says(mark);
  }
}
