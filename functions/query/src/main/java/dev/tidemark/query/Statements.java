package dev.tidemark.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with statements, taken apart at the semicolons that stand outside of texts, names and
 * comments.
 *
 * @param whole those that a semicolon ends, without it
 * @param rest what stands behind the last
 */
record Statements(List<String> whole, String rest) {
  Statements {
    whole = List.copyOf(whole);
  }

  /** Takes {@code text} apart. */
  static Statements of(String text) {
    List<String> whole = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      int behind = behind(text, at);
      if (behind > at) {
        at = behind;
        continue;
      }
      if (text.charAt(at) == ';') {
        add(whole, text.substring(begin, at));
        begin = at + 1;
      }
      at++;
    }
    return new Statements(whole, text.substring(begin));
  }

  /** All that are there, whether a semicolon ends the last or not. */
  List<String> all() {
    List<String> all = new ArrayList<>(whole);
    add(all, rest);
    return all;
  }

  /** Whether nothing is begun that a semicolon would have to end. */
  boolean isWhole() {
    return isEmpty(rest);
  }

  /** Whether there is nothing but white space and comments. */
  private static boolean isEmpty(String text) {
    int at = 0;
    while (at < text.length()) {
      boolean comment = text.startsWith("--", at) || text.startsWith("/*", at);
      if (!comment && !Character.isWhitespace(text.charAt(at))) {
        return false;
      }
      at = comment ? behind(text, at) : at + 1;
    }
    return true;
  }

  private static void add(List<String> all, String statement) {
    if (!isEmpty(statement)) {
      all.add(statement.strip());
    }
  }

  /**
   * The place behind what begins at {@code at} and hides a semicolon; {@code at} if nothing does.
   */
  private static int behind(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' && isEscaping(text, at)) {
      return behindEscapes(text, at + 1);
    }
    if (c == '\'' || c == '"') {
      return end(text, String.valueOf(c), at + 1);
    }
    if (text.startsWith("--", at)) {
      return end(text, "\n", at + 2);
    }
    if (text.startsWith("/*", at)) {
      return end(text, "*/", at + 2);
    }
    return c == '$' ? behindDollars(text, at) : at;
  }

  /** Whether the text that begins here is one as in {@code e'it\'s'}. */
  private static boolean isEscaping(String text, int at) {
    return at > 0
        && Character.toLowerCase(text.charAt(at - 1)) == 'e'
        && (at == 1 || !Character.isJavaIdentifierPart(text.charAt(at - 2)));
  }

  private static int behindEscapes(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\'') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at + 1, text.length());
  }

  /** A text between two of the same tag, as in {@code $$a;b$$}. */
  private static int behindDollars(String text, int at) {
    int tag = at + 1;
    while (tag < text.length()
        && Character.isJavaIdentifierPart(text.charAt(tag))
        && text.charAt(tag) != '$') {
      tag++;
    }
    return tag < text.length() && text.charAt(tag) == '$'
        ? end(text, text.substring(at, tag + 1), tag + 1)
        : at;
  }

  private static int end(String text, String mark, int from) {
    int end = text.indexOf(mark, from);
    return end < 0 ? text.length() : end + mark.length();
  }
}
