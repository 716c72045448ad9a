package dev.tidemark.cli.report;

import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.LineExcerpt;
import dev.tidemark.rest.definition.Refusal;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with a definition, each with its line and a caret below the fault. */
public final class Pointed {
  /** A longer line is cut: a terminal would break it, and the caret would point elsewhere. */
  private static final int WIDEST = 100;

  private static final int BEFORE = 60;

  private Pointed() {}

  /** The message of {@code refused}, with what it is about. */
  public static String text(DefinitionException refused) {
    return refused.refusals().stream().map(Pointed::text).collect(Collectors.joining("\n"));
  }

  private static String text(Refusal refusal) {
    LineExcerpt excerpt = refusal.excerpt();
    return excerpt == null ? refusal.message() : refusal.message() + "\n" + lines(excerpt);
  }

  private static String lines(LineExcerpt excerpt) {
    String line = excerpt.line();
    int from = line.length() <= WIDEST ? 0 : Math.max(0, excerpt.column() - BEFORE);
    int until = Math.min(line.length(), from + WIDEST);
    String shown = line.substring(from, until);
    int column = Math.min(excerpt.column() - from, shown.length());
    int carets = Math.max(1, Math.min(excerpt.length(), shown.length() - column));
    // A tab is as wide above as below.
    String indent = shown.substring(0, column).replaceAll("[^\t]", " ");
    return String.format(Locale.ROOT, "%6d | %s%n", excerpt.number(), shown)
        + String.format(Locale.ROOT, "%6s | %s", "", indent + "^".repeat(carets));
  }
}
