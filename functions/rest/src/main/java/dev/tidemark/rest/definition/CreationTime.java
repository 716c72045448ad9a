package dev.tidemark.rest.definition;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of members that commonly hold the time at which a record was made, which no edit raises.
 */
public final class CreationTime {
  private static final Pattern NAMES =
      Pattern.compile(
          "(.*[._-])?(created?|creation|insert(ed)?|added|joined|opened)([._-]?(at|on|date|time|datetime|ts|timestamp|since))?");

  private CreationTime() {}

  /** Whether the last member of {@code path} is called so, in any style of writing. */
  public static boolean isNamed(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return NAMES.matcher(snake).matches();
  }
}
