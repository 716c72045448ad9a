package dev.tidemark.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.history.Beat.Fate;
import dev.tidemark.testkit.history.Beat.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records are created, edited, deleted and created again while an incremental, a range and a
 * reconcile overlap: in every order of the legs and with every placement of the changes, one more
 * incremental and one more reconcile publish the truth, and nothing was deleted that never went.
 * Bounds: one leg of the incremental and of the range, two of the reconcile; of one record,
 * published or new, two changes, or three where the search goes deeper. Without the range: two
 * changes of both records; and a whole life of four changes, with one leg of the reconcile, or two
 * where the search goes deeper. Of all these every 18th is tried, and deeper every fifth.
 */
@Tag("deep")
class DeleteOrderTest {
  private static final long LAST = 700;
  private static final long FIRST = 300;
  private static final List<Part> ALL =
      List.of(Part.OWN, Part.RANGE, Part.RECONCILE, Part.RECONCILE);
  private static final List<Part> FEW = List.of(Part.OWN, Part.RECONCILE, Part.RECONCILE);

  @Test
  void a_published_record_that_comes_and_goes_is_published_as_it_is_in_the_end() {
    converges(Map.of(LAST, Fate.THERE), Depth.of(2, 3), ALL);
  }

  @Test
  void a_new_record_that_comes_and_goes_is_published_as_it_is_in_the_end() {
    converges(Map.of(FIRST, Fate.NEVER), Depth.of(2, 3), ALL);
  }

  @Test
  void a_record_that_lives_a_whole_life_is_published_as_it_is_in_the_end() {
    List<Part> legs = Depth.of(1, 2) == 1 ? List.of(Part.OWN, Part.RECONCILE) : FEW;
    converges(Map.of(FIRST, Fate.NEVER), 4, legs);
  }

  @Test
  void two_records_that_come_and_go_are_published_as_they_are_in_the_end() {
    converges(Map.of(FIRST, Fate.NEVER, LAST, Fate.THERE), 2, FEW);
  }

  private static void converges(Map<Long, Fate> fates, int changes, List<Part> legs) {
    List<List<Beat>> all = Plots.of(fates, changes, legs);
    int step = Depth.of(18, 5);
    List<List<Beat>> plots =
        IntStream.range(0, all.size()).filter(n -> n % step == 0).mapToObj(all::get).toList();
    System.out.println(
        plots.size()
            + " of "
            + all.size()
            + " orders of "
            + legs
            + " and of "
            + changes
            + " changes of "
            + fates);
    assertThat(plots).hasSizeGreaterThan(Depth.of(25, 90));
    assertThat(
            Histories.firstViolation(
                plots.size(), number -> new Plot(fates, plots.get((int) number))))
        .isNull();
  }
}
