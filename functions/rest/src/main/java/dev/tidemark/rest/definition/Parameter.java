package dev.tidemark.rest.definition;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where in a request a value goes: into the query, a header, or the JSON body. */
@Doc("Where in a request a value goes; exactly one. A plain text names a query parameter.")
public record Parameter(
    @Doc("Name of a query parameter.") @Shorthand @Nullable String query,
    @Doc("Name of a request header.") @Nullable String header,
    @Doc("Path of a member of the JSON body, joined by dots.") @Nullable MemberPath body,
    @Doc(
            "A text around the value, in which {} stands for it exactly once and nothing else means"
                + " anything, as in modifiedAt ge {}.")
        @Nullable String text) {
  /** Stands for the value in a text. */
  private static final String HOLE = "{}";

  /** What would end a literal in most languages of queries, and so say something else. */
  private static final Pattern BREAKS_OUT = Pattern.compile("['\"`\\\\\\p{Cntrl}]");

  public Parameter {
    if (Stream.of(query, header, body).filter(one -> one != null).count() != 1) {
      throw new IllegalArgumentException("give exactly one of query, header and body");
    }
    if (body != null) {
      body.toMember("body:");
    }
    if (text != null && (text.equals(HOLE) || text.split("\\{\\}", -1).length != 2)) {
      throw new IllegalArgumentException(
          text.equals(HOLE)
              ? "text: {} is the value alone; leave text out"
              : "text: \"" + text + "\" must hold {} exactly once, where the value goes");
    }
  }

  /** One that carries the value alone. */
  public Parameter(@Nullable String query, @Nullable String header, @Nullable MemberPath body) {
    this(query, header, body, null);
  }

  /** What is sent for {@code value}. */
  public String around(String value) {
    return text == null ? value : text.replace(HOLE, value);
  }

  /** The value in what was sent; null where that is not the text around one. */
  public @Nullable String inside(String sent) {
    if (text == null) {
      return sent;
    }
    int hole = text.indexOf(HOLE);
    String before = text.substring(0, hole);
    String behind = text.substring(hole + HOLE.length());
    return sent.length() >= before.length() + behind.length()
            && sent.startsWith(before)
            && sent.endsWith(behind)
        ? sent.substring(before.length(), sent.length() - behind.length())
        : null;
  }

  /** Whether the text stays as it was written with an API's own {@code value} in it. */
  public boolean holds(String value) {
    return text == null || isHarmless(value);
  }

  /** Whether {@code value} leaves any text around it as it was written. */
  static boolean isHarmless(String value) {
    return !BREAKS_OUT.matcher(value).find();
  }

  /** What messages call it. */
  @Override
  public String toString() {
    String place = query != null ? query : header != null ? "header " + header : "body " + body;
    return text == null ? place : place + " \"" + text + "\"";
  }
}
