package dev.tidemark.query;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** Lets the prompt ask for more lines until a semicolon ends what was begun. */
final class StatementParser extends DefaultParser {
  StatementParser() {
    setQuoteChars(new char[0]);
    setEscapeChars(new char[0]);
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    boolean enter = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
    if (enter && !line.startsWith(".") && !Statements.of(line).isWhole()) {
      throw new EOFError(-1, -1, "a semicolon ends a statement");
    }
    return super.parse(line, cursor, context);
  }

  /** A word that may be completed begins behind an operator, too. */
  @Override
  public boolean isDelimiterChar(CharSequence text, int at) {
    char c = text.charAt(at);
    return Character.isWhitespace(c) || "(),=<>+*/|[]{}:;".indexOf(c) >= 0;
  }
}
