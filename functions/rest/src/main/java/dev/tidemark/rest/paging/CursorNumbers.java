package dev.tidemark.rest.paging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number by which two cursors or URLs differ, if they differ in nothing else: as they are, or
 * unpacked from Base64.
 *
 * @param before the number in the first
 * @param after the number in the second
 */
record CursorNumbers(long before, long after) {
  /** Longer numbers are times or random keys. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private static final Pattern PART = Pattern.compile("\\d+|\\D+");
  private static final Pattern NAMES_A_RECORD =
      Pattern.compile("(?i).*(?:^|[^a-z])id[^a-z]*$|.*[a-z]Id[^A-Za-z]*$");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e\\s]{2,}");

  /** How {@code before} and {@code after} differ; null where that is no single number. */
  static @Nullable CursorNumbers between(String before, String after) {
    if (before.indexOf('?') >= 0 && after.indexOf('?') >= 0) {
      return urls(before, after);
    }
    if (NUMBER.matcher(before).matches() && NUMBER.matcher(after).matches()) {
      return new CursorNumbers(Long.parseLong(before), Long.parseLong(after));
    }
    String a = unpacked(before);
    String b = unpacked(after);
    return a == null || b == null ? null : texts(a, b);
  }

  private static @Nullable CursorNumbers urls(String before, String after) {
    List<String> a = List.of(before.split("[?&]", -1));
    List<String> b = List.of(after.split("[?&]", -1));
    int differs = onlyDifference(a, b);
    if (differs < 1) {
      return null;
    }
    String[] one = a.get(differs).split("=", 2);
    String[] other = b.get(differs).split("=", 2);
    boolean same = one.length == 2 && other.length == 2 && one[0].equals(other[0]);
    return !same || NAMES_A_RECORD.matcher(one[0]).matches()
        ? null
        : between(
            URLDecoder.decode(one[1], StandardCharsets.UTF_8),
            URLDecoder.decode(other[1], StandardCharsets.UTF_8));
  }

  private static @Nullable CursorNumbers texts(String before, String after) {
    List<String> a = parts(before);
    List<String> b = parts(after);
    int differs = onlyDifference(a, b);
    if (differs < 0
        || !NUMBER.matcher(a.get(differs)).matches()
        || !NUMBER.matcher(b.get(differs)).matches()
        || (differs > 0 && NAMES_A_RECORD.matcher(a.get(differs - 1)).matches())) {
      return null;
    }
    return new CursorNumbers(Long.parseLong(a.get(differs)), Long.parseLong(b.get(differs)));
  }

  /** The index of the only element that differs; negative where there is no such. */
  private static int onlyDifference(List<String> a, List<String> b) {
    int at = -1;
    for (int i = 0; a.size() == b.size() && i < a.size(); i++) {
      if (!Objects.equals(a.get(i), b.get(i))) {
        if (at >= 0) {
          return -1;
        }
        at = i;
      }
    }
    return at;
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      parts.add(part.group());
    }
    return parts;
  }

  /** The text itself where it is JSON, else what it is the Base64 of; null for neither. */
  private static @Nullable String unpacked(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      return text;
    }
    try {
      String standard = text.replace('-', '+').replace('_', '/').replace("=", "");
      String plain = new String(Base64.getDecoder().decode(standard), StandardCharsets.ISO_8859_1);
      return PRINTABLE.matcher(plain).matches() ? plain : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
