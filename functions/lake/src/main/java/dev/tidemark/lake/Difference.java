package dev.tidemark.lake;

import java.util.Locale;

/** What is different of a record in the published state and in the API. */
public enum Difference {
  /** The API has it since before the last completed run, and the lake has not. */
  MISSED(true),
  /** The lake has other bytes than the API has had since before the last completed run. */
  STALE(true),
  /** It is published, and the API's whole list does not show it. */
  EXTRA(true),
  /** It is published and not listed, and the API shows it when it is asked for alone. */
  HIDDEN(false),
  /** A time behind the last completed run explains it. */
  CHANGED_SINCE(false),
  /** No time tells whether it has changed since. */
  UNPROVABLE(false),
  /** It lies outside of what completed runs were ever asked for. */
  OUTSIDE(false),
  /** It was published as it was shown alone, and has to be asked for so to be compared. */
  SHOWN_ALONE(false);

  private final boolean loss;

  Difference(boolean loss) {
    this.loss = loss;
  }

  /** Whether the published state is wrong by it. */
  public boolean isLoss() {
    return loss;
  }

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
