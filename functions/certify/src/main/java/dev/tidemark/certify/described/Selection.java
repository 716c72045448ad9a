package dev.tidemark.certify.described;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a list is selected from by time.
 *
 * @param from where the lower bound is sent
 * @param until where the upper one is; null where there is none
 * @param exclusive whether what lies at the lower bound is left out
 * @param clockwork how bounds are written
 * @param rules what else is demanded of them
 */
public record Selection(
    Slot from, @Nullable Slot until, boolean exclusive, ApiClock clockwork, Rules rules) {
  /**
   * What is demanded of bounds.
   *
   * @param initial what has to be sent where everything is wanted; null where nothing need be
   * @param besideToken whether bounds go along with a token, else they are refused there
   * @param youngest a lower bound that is younger is refused; null where any may be
   */
  public record Rules(@Nullable String initial, boolean besideToken, @Nullable Duration youngest) {}
}
