package dev.tidemark.rest.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of a {@code Link} header (RFC 8288, section 3 and appendix B.2). A quoted text
 * may hold whatever separates links and parameters elsewhere, and so may a target.
 */
public final class WebLinks {
  /**
   * A link.
   *
   * @param target its URL, absolute or relative
   * @param relations in small letters; empty where none is said
   */
  public record WebLink(String target, List<String> relations) {
    public WebLink {
      relations = List.copyOf(relations);
    }
  }

  private final String text;
  private int at;

  private WebLinks(String text) {
    this.text = text;
  }

  /** The links of {@code header}; null where it is no list of links. */
  public static @Nullable List<WebLink> parse(String header) {
    return new WebLinks(header).links();
  }

  private @Nullable List<WebLink> links() {
    List<WebLink> links = new ArrayList<>();
    while (true) {
      // A list may hold empty elements.
      skip(" \t,");
      if (at == text.length()) {
        return links;
      }
      WebLink link = link();
      if (link == null) {
        return null;
      }
      links.add(link);
    }
  }

  private @Nullable WebLink link() {
    int end = text.indexOf('>', at);
    if (text.charAt(at) != '<' || end < 0) {
      return null;
    }
    String target = text.substring(at + 1, end);
    at = end + 1;
    @Nullable String relation = null;
    while (true) {
      skip(" \t");
      if (at == text.length() || text.charAt(at) == ',') {
        return new WebLink(target, relations(relation));
      }
      if (text.charAt(at) != ';') {
        return null;
      }
      at++;
      skip(" \t");
      String name = until(" \t;,=").toLowerCase(Locale.ROOT);
      String value = value();
      if (value == null) {
        return null;
      }
      // Whatever is said of the relation later has no meaning.
      relation = name.equals("rel") && relation == null ? value : relation;
    }
  }

  private static List<String> relations(@Nullable String value) {
    return value == null || value.isBlank()
        ? List.of()
        : List.of(value.strip().toLowerCase(Locale.ROOT).split("[ \t]+", -1));
  }

  /** The value of a parameter, empty where it has none; null for a quoted text without an end. */
  private @Nullable String value() {
    skip(" \t");
    if (at == text.length() || text.charAt(at) != '=') {
      return "";
    }
    at++;
    skip(" \t");
    return at < text.length() && text.charAt(at) == '"' ? quoted() : until(" \t;,");
  }

  private @Nullable String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return value.toString();
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at));
    }
    return null;
  }

  private String until(String stops) {
    int begin = at;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(begin, at);
  }

  private void skip(String skipped) {
    while (at < text.length() && skipped.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }
}
