package dev.tidemark.cli.check;

import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.VersionField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the records show of the members that a definition declares in them. */
final class RecordClaims {
  /** Percent of a list that a run sets aside at most. */
  private static final int SET_ASIDE = 5;

  private RecordClaims() {}

  static List<DefinitionClaim> of(Sample sample, Instant now) {
    List<DefinitionClaim> claims = new ArrayList<>();
    Resource resource = sample.resource();
    claims.add(records(sample));
    if (sample.records().isEmpty()) {
      return claims;
    }
    claims.add(ids(sample));
    TimeField watermark = resource.members().watermark();
    if (watermark != null) {
      claims.add(watermark(sample, watermark, now));
    }
    VersionField version = resource.members().version();
    if (version != null) {
      claims.add(version(sample, version.field().toString()));
    }
    Tombstone deleted = resource.members().deleted();
    if (deleted != null) {
      claims.add(deleted(sample, deleted));
    }
    Stream.of(EditsClaim.of(sample, now), NestedListClaim.of(sample))
        .flatMap(Stream::ofNullable)
        .forEach(claims::add);
    return claims;
  }

  private static DefinitionClaim records(Sample sample) {
    String where =
        sample.resource().answer().records().path().isWhole()
            ? "the body"
            : sample.resource().answer().records().path().toString();
    int hidden = sample.pages().stream().mapToInt(page -> page.notes().hidden()).sum();
    DefinitionClaim odd = odd(sample, where);
    if (odd != null) {
      return odd;
    }
    int count = sample.records().size();
    return count == 0
        ? DefinitionClaim.unknown(
            "records",
            "none came, so that nothing more can be seen; is it empty, or hidden from this"
                + " credential?")
        : DefinitionClaim.ok(
            "records",
            count
                + " at "
                + where
                + (hidden == 0 ? "" : "; the lists of " + hidden + " parents may not be read"));
  }

  /** What cannot be a record: of many, the list is another one; a few are set aside by each run. */
  private static @Nullable DefinitionClaim odd(Sample sample, String where) {
    int odd = sample.pages().stream().mapToInt(page -> page.notes().rejected()).sum();
    if (odd == 0) {
      return null;
    }
    String why =
        sample.pages().stream()
            .map(page -> page.notes().firstRejection())
            .filter(reason -> !reason.isEmpty())
            .findFirst()
            .orElse("");
    int all = odd + sample.records().size();
    String what = odd + " of " + all + " values at " + where + " cannot be records";
    return odd * 100 > all * SET_ASIDE
        ? DefinitionClaim.no("records", what + ": " + why)
        : DefinitionClaim.unknown("records", what + " and go to rejected/: " + why);
  }

  private static DefinitionClaim ids(Sample sample) {
    for (Answered page : sample.pages()) {
      int twice = page.notes().records().size() - page.notes().ids().size();
      if (twice > 0) {
        return DefinitionClaim.no(
            "id",
            twice
                + " records of one page share the "
                + sample.resource().members().id()
                + " of another; name the member that tells records apart");
      }
    }
    return DefinitionClaim.ok(
        "id",
        sample.resource().answer().one()
            ? "the parent's"
            : sample.resource().members().id() + " is in each");
  }

  private static DefinitionClaim watermark(Sample sample, TimeField field, Instant now) {
    List<Seen> records = sample.records();
    long dated = records.stream().map(Seen::watermark).filter(Objects::nonNull).count();
    long future = sample.firstSeen().stream().filter(record -> isAfter(record, now)).count();
    if (dated == 0) {
      return lacking(
          sample, "watermark", field.field().toString(), "correct the field or its format");
    }
    String some =
        dated == records.size()
            ? field.field() + " is in each"
            : records.size() - dated + " have no " + field.field() + " that can be read: they land";
    return DefinitionClaim.ok(
        "watermark",
        some + (future == 0 ? "" : "; " + future + " lie in the future: not promoted"));
  }

  private static DefinitionClaim version(Sample sample, String field) {
    long with = sample.records().stream().filter(Seen::versioned).count();
    return with == 0
        ? lacking(sample, "version", field, "name the member by which newer wins")
        : DefinitionClaim.ok(
            "version",
            field + " is in " + (with == sample.records().size() ? "each" : with + " of them"));
  }

  private static boolean isAfter(Seen record, Instant now) {
    return record.watermark() != null && record.watermark().at().isAfter(now);
  }

  /** Children often get their claims from the defaults, and nothing is built on them. */
  private static DefinitionClaim lacking(Sample sample, String claim, String field, String remedy) {
    String what = "no record has " + field + " in a form that can be read";
    return sample.resource().kin().parent() == null
        ? DefinitionClaim.no(claim, what + "; " + remedy)
        : DefinitionClaim.unknown(claim, what + "; of two versions the later fetch counts");
  }

  private static DefinitionClaim deleted(Sample sample, Tombstone mark) {
    long gone = sample.records().stream().filter(Seen::deleted).count();
    String how =
        mark.present()
            ? mark.field() + " set"
            : mark.field() + " = " + String.join(" or ", mark.equals());
    return gone == 0
        ? DefinitionClaim.unknown("deleted", "no record with " + how + " was seen")
        : DefinitionClaim.ok("deleted", gone + " say by " + how + " that they are gone");
  }
}
