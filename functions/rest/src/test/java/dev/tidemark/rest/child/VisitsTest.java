package dev.tidemark.rest.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parents that answer 403 or 404 instead of a list: how many are too many. */
class VisitsTest {
  private static @Nullable String problem(Visits visits, int percent, boolean ended) {
    return visits.problem("notes", "deals", percent, ended);
  }

  @ParameterizedTest(name = "{0} parents, {1} hidden, {2} of them by 403, {3} % allowed: {4}")
  @CsvSource({
    "3, 3, 3, 20, true",
    "3, 3, 0, 20, true",
    "3, 3, 1, 100, true",
    "3, 3, 0, 100, false",
    "5, 3, 0, 20, true",
    "5, 3, 0, 60, false",
    "5, 2, 2, 20, false",
    "6, 3, 3, 20, false",
    "2, 2, 2, 20, false",
    "1, 1, 1, 20, false",
    "0, 0, 0, 20, false",
    "40, 9, 9, 20, false",
    "50, 10, 10, 20, false",
    "49, 10, 10, 20, true",
    "49, 10, 0, 20, true",
    "49, 10, 0, 50, false",
    "49, 48, 48, 100, false",
    "30, 9, 9, 0, false"
  })
  void are_counted_at_the_end(long parents, long hidden, long forbidden, int percent, boolean bad) {
    assertThat(problem(new Visits(parents, hidden, forbidden), percent, true) != null)
        .isEqualTo(bad);
  }

  @Test
  void stop_a_walk_that_has_not_seen_one_list_of_a_hundred() {
    assertThat(problem(new Visits(99, 99, 99), 20, false)).isNull();
    assertThat(problem(new Visits(100, 100, 100), 20, false)).isNotNull();
    assertThat(problem(new Visits(101, 100, 100), 20, false)).isNull();
  }

  @Test
  void are_named_with_what_helps() {
    assertThat(problem(new Visits(7, 7, 7), 20, true))
        .isEqualTo(
            "notes: each of 7 parents (deals) answered 403 instead of a list, so that their notes"
                + " were not seen; give the credential the scope or role that reads them");
    assertThat(problem(new Visits(40, 10, 4), 20, true))
        .isEqualTo(
            "notes: 10 of 40 parents (deals) answered 403, 404 or 410 instead of a list, so that"
                + " their notes were not seen; give the credential the scope or role that reads"
                + " them, or where the API is so, raise the share that may be hidden (hidden: 100"
                + " for any)");
  }

  @Test
  void are_counted_one_by_one() {
    assertThat(
            Stream.of(200, 403, 404, 410)
                .reduce(
                    Visits.NONE,
                    (visits, status) -> status == 200 ? visits.read() : visits.hidden(status),
                    (a, b) -> b))
        .isEqualTo(new Visits(4, 3, 1));
  }
}
