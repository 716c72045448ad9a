package dev.tidemark.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.reconcile.FamilyPlace.Step;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A place among the children that may have vanished, and its text. */
class FamilyPlaceTest {
  static Stream<FamilyPlace> places() {
    return Stream.of(Step.values())
        .flatMap(step ->
            Stream.of(
                new FamilyPlace(step, "7", 0, ""),
                new FamilyPlace(step, "\"a b\\n\"", 3, "{\"c\":\n\n\"d\"}\n"),
                new FamilyPlace(step, "", 2, FamilyPlace.ONLY)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void is_read_back_as_it_was_written(FamilyPlace place) {
    assertThat(FamilyPlace.of(place.text())).isEqualTo(place);
  }

  @Test
  void that_is_none_is_refused() {
    assertThatThrownBy(() -> FamilyPlace.of("LIST\n0\n7")).hasMessageContaining("not a place");
  }

  @Test
  void begins_a_list_anew_three_times_and_no_more() {
    FamilyPlace place = FamilyPlace.before("7").in("c1");
    for (int again = 1; again <= 3; again++) {
      FamilyPlace anew = place.restarted();
      assertThat(anew).isEqualTo(new FamilyPlace(Step.LIST, "7", again, ""));
      place = new FamilyPlace(Step.LIST, "7", again, "c1");
    }
    assertThat(place.restarted()).isNull();
    assertThat(FamilyPlace.before("7").cursor(Instant.EPOCH)).isNull();
  }
}
