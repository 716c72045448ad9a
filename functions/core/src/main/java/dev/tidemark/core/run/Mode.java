package dev.tidemark.core.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run sets out to cover. */
public enum Mode {
  /** Everything that changed since the checkpoint. */
  INCREMENTAL,
  /** Everything, or everything between two bounds. */
  BACKFILL,
  /** Everything, to find what has vanished from the API. */
  RECONCILE,
  /** Single records, by their ids. */
  REFRESH;

  /** The word that events, manifests and the command line use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode called {@code word}.
   *
   * @throws IllegalArgumentException if {@code word} names no mode; the message lists those that
   *     exist
   */
  public static Mode of(String word) {
    for (Mode mode : values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "mode \""
            + word
            + "\" is none of "
            + Arrays.stream(values()).map(Mode::word).collect(Collectors.joining(", ")));
  }
}
