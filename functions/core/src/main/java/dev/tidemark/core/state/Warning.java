package dev.tidemark.core.state;

import java.util.Locale;

/**
 * What a walk noticed of an API that is not quite as its definition says, where no record is known
 * to be missing. Each is counted in the run's {@link Tally} and shown in report, manifest, log and
 * status; where a record could be missing the run fails instead.
 */
public enum Warning {
  /** An end that was inferred stands behind a page that was exactly full. */
  FULL_LAST_PAGE("pages were exactly full and said nothing of a next one, not even null"),
  /** The API gives fewer records than were asked for. */
  SHORT_PAGES("pages held fewer records than were asked for though more followed"),
  /** A count in the body differs from what came. */
  TOTAL_DIFFERS("times the total that the API states differed from what the walk saw"),
  /** An answer has an error member beside records. */
  ERRORS_BESIDE_RECORDS("answers held an error member beside their records"),
  /** Cursors or URLs that count pages or rows. */
  POSITIONAL("cursors were positions in the list, behind which an edit moves rows"),
  /** One id twice on a page, with different bytes. */
  SAME_ID_TWICE("records shared their id with another of the same page and differed from it"),
  /** A watermark or version is there and cannot be read. */
  UNREADABLE_TIME("records have a time or version that the declared format cannot read"),
  /** More records share one time than a page holds, and were walked by the API's own cursor. */
  TIES_BY_CURSOR("pages of records that share one time were walked by the API's cursor"),
  /** A full walk saw far fewer records than are published. */
  LIST_SHRUNK("full walks saw fewer than four fifths of the records that are published"),
  /** Next to no known record of a page is as it is published, though none has a newer version. */
  NEARLY_ALL_CHANGED(
      "pages showed next to no known record as it is published, and none with another version: is a"
          + " member new each time (volatile), or is their order (shuffled)?"),
  /** The checkpoint is older than the API keeps its tombstones; everything was walked. */
  RETENTION_PASSED(
      "runs began later than the API keeps what it deleted, and walked everything; reconcile to"
          + " find what was deleted meanwhile"),
  /** Records without a time are never shown by a filter; everything was walked. */
  UNDATED_RECORDS(
      "runs walked everything, since there are records without a time, which a filter by time never"
          + " shows"),
  /** Records stay published that a reconcile's walk did not show, since nothing proves it. */
  DELETES_UNPROVED(
      "published records were not shown and stay, since this walk is no proof that they are gone;"
          + " declare single"),
  /** Children stay published since nothing can prove that their parent is gone. */
  CHILDREN_UNPROVED(
      "parents gave no list and cannot be asked for, so that their published children stay; declare"
          + " the parent resource's single");

  private final String plural;

  Warning(String plural) {
    this.plural = plural;
  }

  /** The word that documents use, such as {@code full-last-page}. */
  public String word() {
    return name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** What it says after a number, such as {@code pages held fewer records …}. */
  public String plural() {
    return plural;
  }
}
