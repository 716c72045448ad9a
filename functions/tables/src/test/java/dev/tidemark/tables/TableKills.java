package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.exceptions.RuntimeIOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * At each call of store, catalog and files something happens to the refresh of a table that has
 * rows: it is killed, the call fails, its answer is lost, or another process takes the same runs
 * and one more. Whoever reads meanwhile sees what was before or what is after, and the next refresh
 * makes the table true.
 */
@Tag("deep")
abstract class TableKills {
  private static final int SEED = 11;

  @TempDir private Path folder;

  /** Of the other process, at whose calls nothing happens. */
  private final Calls another = new Calls();

  private int worlds;

  /** A view of the catalog, as a process of its own has it. */
  abstract Catalog open(Path folder, String database, Calls calls) throws IOException;

  /** Where the tables' files lie. */
  abstract String root(Path folder);

  /** What comes instead of the answer of {@code call}. */
  abstract RuntimeException lost(String call);

  private World world(Calls calls) throws IOException {
    String database = "db" + worlds++;
    World world =
        new World(open(folder, database, calls), calls, root(folder), folder, database, SEED);
    for (int run = 0; run < 3; run++) {
      world.bucket.draw(1);
    }
    world.refresh();
    List<String> deleted = world.truth(1, true);
    List<String> there = world.truth(1, false);
    // Until something is deleted, something enters and something is replaced.
    while (new HashSet<>(deleted).containsAll(world.truth(1, true))
        || new HashSet<>(there).containsAll(world.truth(1, false))
        || new HashSet<>(world.truth(1, false)).containsAll(there)) {
      world.bucket.draw(1);
    }
    return world;
  }

  private interface Troubles {
    Calls.Happening at(World world);
  }

  private void happensAtEachCall(String what, boolean before, Troubles troubles)
      throws IOException {
    Calls calls = new Calls();
    int number = 1;
    int tried = 0;
    Set<Boolean> done = new HashSet<>();
    for (boolean reached = true; reached; number++) {
      if (!Depth.tries(number, 6, 1) && number > 1) {
        continue;
      }
      World world = world(calls);
      List<String> was = world.rows(1);
      List<String> happened = new ArrayList<>();
      Calls.Happening happening = troubles.at(world);
      calls.at(
          number,
          before,
          call -> {
            happened.add(call);
            happening.happen(call);
          });
      try {
        world.refresh();
      } catch (Calls.Killed | RuntimeException | IOException e) {
        assertThat(happened).as("%s %d", what, number).isNotEmpty();
      }
      calls.quiet();
      String when = what + " at call " + number + " " + happened;
      List<String> seen = world.rows(1);
      List<String> truth = world.truth(1, false);
      boolean unchanged = new HashSet<>(seen).equals(new HashSet<>(was));
      done.add(!unchanged);
      if (!unchanged) {
        assertThat(seen).as(when).containsExactlyInAnyOrderElementsOf(truth);
      }
      world.refresh();
      world.isTrue(when);
      assertThat(world.refresh()).as(when).isEmpty();
      reached = !happened.isEmpty();
      tried++;
    }
    System.out.println(what + ": " + tried + " of " + (number - 2) + " calls");
    assertThat(number).isGreaterThan(30);
    assertThat(done).contains(true);
  }

  private static void kill(String call) {
    throw new Calls.Killed(call);
  }

  @Test
  void killed_before_a_call() throws IOException {
    happensAtEachCall("killed before", true, _ -> TableKills::kill);
  }

  @Test
  void killed_after_a_call() throws IOException {
    happensAtEachCall("killed after", false, _ -> TableKills::kill);
  }

  @Test
  void a_call_fails() throws IOException {
    happensAtEachCall(
        "failed",
        true,
        _ ->
            call -> {
              throw new RuntimeIOException("at %s", call);
            });
  }

  @Test
  void the_answer_of_a_call_is_lost() throws IOException {
    happensAtEachCall(
        "lost",
        false,
        _ ->
            call -> {
              throw lost(call);
            });
  }

  @Test
  void another_process_takes_the_runs_and_one_more() throws IOException {
    happensAtEachCall(
        "another",
        true,
        world ->
            _ -> {
              try {
                world.calls.quiet();
                world.bucket.draw(1);
                world.refresh(open(folder, world.name(1).database(), another));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
