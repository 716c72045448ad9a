package dev.tidemark.rest.definition;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which known word a slip was meant for. */
public final class Spelling {
  private Spelling() {}

  /** The word of {@code known} that is nearest to {@code word}; null where none is near. */
  public static @Nullable String nearest(String word, List<String> known) {
    String nearest = null;
    int best = Math.max(1, word.length() / 3) + 1;
    for (String one : known) {
      int distance = distance(plain(word), plain(one));
      if (distance < best) {
        best = distance;
        nearest = one;
      }
    }
    return nearest;
  }

  /** Case and joints are conventions, not slips. */
  private static String plain(String word) {
    return word.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters have to be added, left out, changed or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(steps[i - 1][j - 1] + change, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        steps[i][j] = swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
      }
    }
    return steps[a.length()][b.length()];
  }
}
