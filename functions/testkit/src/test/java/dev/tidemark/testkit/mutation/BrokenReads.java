package dev.tidemark.testkit.mutation;

import java.util.List;

/** What of the API's answers counts, and from where on the next run reads. */
final class BrokenReads {
  private static final String STATE = "dev.tidemark.core.state.";
  private static final String PUBLISH = "dev.tidemark.core.publish.";
  private static final String RECONCILE = "dev.tidemark.core.reconcile.";
  private static final String TRAVERSAL = "dev.tidemark.core.traversal.";
  private static final String WATERMARK = "dev.tidemark.core.watermark.";

  /** What of the API's answers counts. */
  static final List<Mutant> READING =
      List.of(
          new Mutant(
              "an answer that says wait counts as the last page",
              new Edit(
                  TRAVERSAL + "Assembler",
                  "case Throttled throttled -> throttled(draft, throttled);",
                  "case Throttled _ -> delivered(draft, new Delivered(null, null, null, asked), 1,"
                      + " begun);"),
              Tests.invariant(
                  "08NoSleepingThroughALongWait",
                  "a_wait_longer_than_our_patience_ends_the_leg_at_once")),
          new Mutant(
              "records of a page that broke off stay",
              new Edit(
                  TRAVERSAL + "Assembler",
                  "if (!(outcome instanceof Delivered || outcome instanceof Unasked)) {",
                  "if (outcome instanceof Throttled) {"),
              Tests.invariant(
                  "01ObjectBeforeCursor",
                  "a_record_that_only_the_broken_page_showed_is_not_published")),
          new Mutant(
              "a delete is dated when it is found out",
              new Edit(
                  TRAVERSAL + "BatchDraft",
                  "record.deleted() ? after.run().startedAt() : asked",
                  "asked"),
              Tests.invariant(
                  "11ADeleteIsProved", "a_delete_is_as_old_as_the_walk_however_long_that_took")),
          new Mutant(
              "what was not listed is not asked for before it is deleted",
              new Edit(
                  RECONCILE + "DeleteDetection",
                  "return records.asksForOne() ? ask(request, left, sink) : believe(left, sink);",
                  "return left.isEmpty() ? ask(request, left, sink) : believe(left, sink);"),
              Tests.invariant(
                  "11ADeleteIsProved",
                  "a_record_that_the_list_hides_and_the_api_still_has_is_not_deleted")),
          new Mutant(
              "what was published since the walk began may be deleted",
              new Edit(
                  RECONCILE + "Candidates",
                  "|| !line.landed().fetchedAt().isBefore(progress.run().startedAt()))",
                  ")"),
              Tests.anyInvariant(
                  "11ADeleteIsProved",
                  "what_was_published_since_the_walk_began_is_no_candidate",
                  "boolean")),
          new Mutant(
              "what cannot be a record may be any share of a run",
              new Edit(
                  PUBLISH + "RejectLimit",
                  "tally.records().rejected() < LEAST",
                  "tally.pages() > 0"),
              Tests.invariant(
                  "09NothingIsDropped$WhatCannotBeARecord",
                  "fails_the_run_before_it_is_published_where_it_is_much")));

  /** From where on the next run reads. */
  static final List<Mutant> TIME =
      List.of(
          new Mutant(
              "the high-water follows a record from the future",
              new Edit(TRAVERSAL + "Ascent", "      future++;\n      return;", "      future++;"),
              Tests.invariant(
                  "06SealedThenPublishedThenPromoted$TheCheckpoint",
                  "does_not_follow_a_record_from_the_future")),
          new Mutant(
              "the next run does not look back",
              new Edit(WATERMARK + "TimePolicy", "trusted.minus(lookback)", "trusted"),
              Tests.traversal(
                  "IncrementalTest", "an_ascending_walk_begins_at_its_checkpoint_less_lookback")),
          new Mutant(
              "young records are trusted",
              new Edit(WATERMARK + "TimePolicy", "lastRunStart.minus(settleLag)", "lastRunStart"),
              Tests.traversal(
                  "IncrementalTest",
                  "a_walk_by_id_begins_where_the_last_run_began_less_lag_and_lookback")),
          new Mutant(
              "a checkpoint may move back",
              new Edit(TRAVERSAL + "Promotions", "Watermark.later(old, reached)", "reached"),
              Tests.invariant(
                  "06SealedThenPublishedThenPromoted$TheCheckpoint", "never_moves_back")),
          new Mutant(
              "a trial is promoted",
              new Edit(STATE + "RunScope", "maxRecords == null && until == null", "until == null"),
              Tests.invariant(
                  "06SealedThenPublishedThenPromoted$TheCheckpoint", "is_left_alone_by_a_trial")),
          new Mutant(
              "an ascending walk that lost its cursor goes on where it had read",
              new Edit(
                  TRAVERSAL + "Restart",
                  "high.at().minus(TimePolicy.RECOVERY_MARGIN)",
                  "high.at()"),
              Tests.traversal(
                  "RestartTest$AnAscendingWalk", "goes_on_a_little_behind_its_durable_high_water")),
          new Mutant(
              "a walk is taken up at what one page alone said",
              new Edit(
                  TRAVERSAL + "Restart",
                  "= old.sight().confirmed();",
                  "= old.sight().highWater();"),
              Tests.traversal(
                  "RestartTest$AnAscendingWalk",
                  "loses_nothing_where_the_last_record_before_the_cursor_died_is_out_of_order")),
          new Mutant(
              "a version that goes back is never raised",
              new Edit(
                  PUBLISH + "Generations",
                  "contradicts(record.rank(), before.rank()) && raises",
                  "contradicts(record.rank(), before.rank()) && raises && begun < 0"),
              Tests.traversal(
                  "GenerationsTest", "a_record_restored_from_a_backup_is_published_as_restored")),
          new Mutant(
              "a version that goes back is raised though a copy may lag",
              new Edit(
                  PUBLISH + "Generations",
                  "Integer.toUnsignedLong(before.since()) < settled",
                  "Integer.toUnsignedLong(before.since()) < Long.MAX_VALUE"),
              Tests.traversal(
                  "GenerationsTest$WhereLaterKnowledgeIsNotCertain",
                  "an_older_version_shown_within_the_settle_lag_does_not_win")));

  private BrokenReads() {}
}
