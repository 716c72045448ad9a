package dev.tidemark.testkit.mutation;

import java.util.List;

/** Who writes, and what is durable before what. */
final class BrokenWrites {
  private static final String STATE = "dev.tidemark.core.state.";
  private static final String LAKE = "dev.tidemark.core.lake.";
  private static final String PUBLISH = "dev.tidemark.core.publish.";
  private static final String TRAVERSAL = "dev.tidemark.core.traversal.";

  /** Whose writes take effect. */
  static final List<Mutant> OWNERSHIP =
      List.of(
          new Mutant(
              "the cursor moves though the write was refused",
              new Edit(
                  STATE + "Ledger", "current.equals(next) || completed(current, next)", "true"),
              Tests.invariant(
                  "02EveryStateWriteIsConditional", "a_stale_owner_cannot_advance_the_cursor")),
          new Mutant(
              "a refused write is not read back",
              new Edit(STATE + "Ledger", "current.equals(next) ||", ""),
              Tests.invariant(
                  "02EveryStateWriteIsConditional",
                  "a_write_refused_because_it_was_ours_already_is_success")),
          new Mutant(
              "a lost complete is not recognised",
              new Edit(STATE + "Ledger", "|| completed(current, next)", ""),
              Tests.invariant(
                  "02EveryStateWriteIsConditional",
                  "a_lost_complete_is_recognised_even_after_the_next_claim")),
          new Mutant(
              "a claim does not raise the fence",
              new Edit(STATE + "Claim", "stored.fence() + 1", "stored.fence()"),
              Tests.invariant(
                  "02EveryStateWriteIsConditional",
                  "a_lost_complete_is_recognised_even_after_the_next_claim")),
          new Mutant(
              "a person's verb raises neither fence nor revision",
              new Edit(
                  STATE + "OperatorVerb",
                  "stored.fence() + 1, stored.revision() + 1",
                  "stored.fence(), stored.revision()"),
              Tests.anyInvariant(
                  "02EveryStateWriteIsConditional",
                  "an_owner_is_fenced_by_whatever_a_person_does_meanwhile",
                  STATE + "OperatorVerb")),
          new Mutant(
              "a live lease stops nobody",
              new Edit(
                  STATE + "Claim", "other.live(now) && !mayTake(other)", "other.owner().isEmpty()"),
              Tests.invariant(
                  "07LeasesExpire", "nobody_takes_a_resource_whose_owner_may_still_be_at_work")),
          new Mutant(
              "a stray continuation begins a run",
              new Edit(
                  STATE + "Claim",
                  "case Idle _, Failed _ when trigger == Trigger.CONTINUATION -> new"
                      + " Decision.Nothing();",
                  ""),
              Tests.invariant("04AContinuationIsAHint", "it_starts_nothing")),
          new Mutant(
              "legs that die without progress are not counted",
              new Edit(STATE + "Claim", "claims <= MAX_CLAIMS", "claims > 0"),
              Tests.invariant(
                  "05NoLegWithoutProgress$WhenLegsAreKilledBeforeTheyGetAnywhere",
                  "the_run_fails_after_five_claims_and_names_the_remedy")));

  /** What is durable before what. */
  static final List<Mutant> DURABILITY =
      List.of(
          new Mutant(
              "the cursor moves before its batch is stored",
              new Edit(
                  TRAVERSAL + "Traversal",
                  "    Batch batch = stride.batch();",
                  """
                      if (!ledger.advance(stride.after())) {
                        return Step.FENCED;
                      }
                      Batch batch = stride.batch();
                  """),
              Tests.invariant(
                  "01ObjectBeforeCursor",
                  "before_every_call_the_cursor_stands_behind_durable_objects_and_at_most_one_is_ahead")),
          new Mutant(
              "a key does not name its run",
              new Edit(LAKE + "Keys", "+ batch.run()\n        + ", "+ "),
              Tests.traversal(
                  "IncrementalTest",
                  "an_edit_behind_the_cursor_of_a_walk_by_id_is_found_by_the_next_run")),
          new Mutant(
              "an object that is there is taken for our own",
              new Edit(
                  TRAVERSAL + "Traversal",
                  "return adopt(ledger, other) ? Step.ADOPTED : Step.FENCED;",
                  "ports.listener().on(new LegEvent.BatchStored(other.key(), stride.after()));"),
              Tests.invariant(
                  "03BatchesAreWrittenOnce$WhenABatchArrivesLate",
                  "while_the_next_owner_stores_the_same_one_its_own_pages_are_discarded")),
          new Mutant(
              "an adopted batch leaves the cursor where it was",
              new Edit(
                  TRAVERSAL + "Traversal",
                  "new Progress(progress.run(), after.span(), after.walk(),",
                  "new Progress(progress.run(), after.span(), progress.walk(),"),
              Tests.invariant(
                  "03BatchesAreWrittenOnce$WhenABatchArrivesLate",
                  "the_walk_goes_on_from_its_own_next_cursor")),
          new Mutant(
              "a batch is adopted without being compared",
              new Edit(LAKE + "StoredBatch", "return before.run()", "return true || before.run()"),
              Tests.invariant(
                  "03BatchesAreWrittenOnce$WhenTheObjectBelongsElsewhere",
                  "the_leg_fails_loudly_and_changes_nothing")),
          new Mutant(
              "a batch is adopted wherever it was read",
              new Edit(
                  LAKE + "StoredBatch",
                  "before.walk().sameInput(progress.walk())",
                  "progress.legs() >= 0"),
              Tests.invariant(
                  "03BatchesAreWrittenOnce$WhenTheObjectBelongsElsewhere",
                  "nor_is_one_of_the_same_run_believed_that_was_read_from_another_cursor")),
          new Mutant(
              "a run that takes over keeps the run id",
              new Edit(
                  TRAVERSAL + "Restart", "RunId.draw(now, ports.timing().random()),", "run.id(),"),
              Tests.traversal(
                  "RestartTest$AnyOtherWalk",
                  "begins_anew_and_its_abandoned_objects_are_not_listed")),
          new Mutant(
              "a walk that begins anew keeps what it had",
              new Edit(
                  TRAVERSAL + "Restart", "keeps ? inherited(lost) : List.of()", "inherited(lost)"),
              Tests.traversal(
                  "RestartTest$AnyOtherWalk",
                  "begins_anew_and_its_abandoned_objects_are_not_listed")));

  /** The order of publishing. */
  static final List<Mutant> PUBLISHING =
      List.of(
          new Mutant(
              "the checkpoint counts before the manifest is written",
              new Edit(
                  PUBLISH + "Publication",
                  "    ports.storage().sink().publish(manifest);",
                  """
                      ledger.complete(seal.checkpoint());
                      ports.storage().sink().publish(manifest);
                  """),
              Tests.killed("PAGES_PER_BATCH")),
          new Mutant(
              "the manifest is written before the run is sealed",
              new Edit(
                  TRAVERSAL + "Traversal",
                  "    if (!ledger.seal(seal)) {",
                  """
                      ports
                          .storage()
                          .sink()
                          .publish(
                              new dev.tidemark.core.lake.Manifest(
                                  plan.key(),
                                  seal,
                                  new dev.tidemark.core.plan.RunBatches(plan, ports.storage().sink())
                                      .of(progress).stream()
                                          .map(dev.tidemark.core.lake.Manifest.Entry::of)
                                          .toList(),
                                  java.util.List.of(),
                                  plan.time().versions()));
                      if (!ledger.seal(seal)) {
                  """),
              Tests.invariant(
                  "06SealedThenPublishedThenPromoted",
                  "the_seal_comes_before_the_manifest_and_the_checkpoint_after_it")),
          new Mutant(
              "the index is entered before the manifest is written",
              new Edit(
                  PUBLISH + "Publication",
                  """
                      ports.storage().sink().publish(manifest);
                      new IndexEntry(plan, ports).enter(seal.progress().run(), index);
                  """,
                  """
                      new IndexEntry(plan, ports).enter(seal.progress().run(), index);
                      ports.storage().sink().publish(manifest);
                  """),
              Tests.killed("PAGES_PER_BATCH")),
          new Mutant(
              "a run enters the index twice",
              new Edit(PUBLISH + "IndexEntry", "index.holds(name)", "name.isEmpty()"),
              Tests.killed("PAGES_PER_BATCH")),
          new Mutant(
              "a sealed run is read on",
              new Edit(
                  STATE + "Claim",
                  "case Sealed sealed -> again(stored, sealed, sealed.seal().progress(), now);",
                  """
                  case Sealed(Seal(Progress run, Instant _, Checkpoint _)) ->
                      take(
                          stored,
                          new InFlight(run.at(Walk.begin(run.walk().query().hash(), null, null))),
                          1);
                  """),
              Tests.invariant(
                  "06SealedThenPublishedThenPromoted$ASealedRun",
                  "reads_no_page_and_its_manifest_is_written_again_with_the_same_bytes")),
          new Mutant(
              "a run that fails is promoted",
              new Edit(
                  STATE + "Transitions",
                  "new Failed(progress, failure), held.checkpoint()",
                  """
                  new Failed(progress, failure), new Checkpoint(
                      progress.run().id(), progress.walk().sight().highWater(),
                      new Bookmark(null, progress.walk().query().hash(), null), failure.at(),
                      failure.at(), progress.run().form(), false)\
                  """),
              Tests.killed("FAILED")));

  private BrokenWrites() {}
}
