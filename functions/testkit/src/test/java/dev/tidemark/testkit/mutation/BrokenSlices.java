package dev.tidemark.testkit.mutation;

import java.util.List;

/** What a run takes over from its slices, and when. */
final class BrokenSlices {
  private static final String TRAVERSAL = "dev.tidemark.core.traversal.";
  private static final String ONE_RUN =
      "a_run_in_slices_is_published_as_one_run_with_one_checkpoint";

  /** The join. */
  static final List<Mutant> JOINING =
      List.of(
          new Mutant(
              "a join takes a slice that still walks",
              new Edit(
                  TRAVERSAL + "Slices",
                  "return state.phase() instanceof Phase.Walked || state.phase() instanceof"
                      + " Phase.Failed;",
                  "return state.phase().unfinished() != null;"),
              Tests.traversal("SlicesKilledTest", "legs_in_every_order_come_to_the_truth_once")),
          new Mutant(
              "a join forgets a slice",
              new Edit(
                  TRAVERSAL + "Join",
                  "spans.addAll(Restart.inherited(walked));",
                  "spans.addAll(spans.isEmpty() ? Restart.inherited(walked) : List.of());"),
              Tests.traversal("SlicesTest", ONE_RUN)),
          new Mutant(
              "what was changed while the slices walked is not looked for",
              new Edit(
                  TRAVERSAL + "Join",
                  "return until == null || end.isBefore(until) ? rest : rest.end(null);",
                  "return rest.end(null);"),
              Tests.traversal(
                  "SlicesTest",
                  "a_record_that_moves_before_its_slice_comes_to_it_is_found_by_the_query_that_ends"
                      + "_the_run")),
          new Mutant(
              "the checkpoint of a run in slices is as old as its join",
              new Edit(
                  TRAVERSAL + "Join",
                  "server == null ? whole.run().startedAt() : server",
                  "server == null ? whole.run().startedAt() : ports.timing().now()"),
              Tests.traversal(
                  "SlicesTest", "the_next_run_begins_below_the_start_of_the_run_in_slices")),
          new Mutant(
              "a slice of another run may walk",
              new Edit(
                  TRAVERSAL + "Slices",
                  ".filter(one -> key.equals(key.whole().slice(whole.run().id(), one.number())))",
                  ".filter(one -> key.variant().endsWith(\"-\" + one.number()))"),
              Tests.traversal(
                  "SlicesTest$AfterAnOperator",
                  "a_slice_of_an_abandoned_run_is_no_part_of_the_next_one")));

  private BrokenSlices() {}
}
