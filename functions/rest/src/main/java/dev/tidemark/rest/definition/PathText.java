package dev.tidemark.rest.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path as a definition writes it, while it is read. */
final class PathText {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One name. Signs that JSONPath, jq and JavaScript give a meaning to are refused outside of
   * quotes: taken as part of a name they would match nothing, in silence.
   */
  private static final Pattern NAME =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)++)\"|([^.\"\\[\\]$*']++)");

  private final String text;

  PathText(String text) {
    this.text = text;
  }

  static boolean isPlain(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && matcher.group(2) != null && name.equals(name.strip());
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(text);
    int at = 0;
    while (matcher.find(at) && matcher.start() == at) {
      names.add(name(matcher));
      at = matcher.end();
      if (at == text.length()) {
        return names;
      }
      if (text.charAt(at) != '.') {
        break;
      }
      at++;
    }
    throw refused();
  }

  private String name(Matcher matcher) {
    String plain = matcher.group(2);
    if (plain != null) {
      return plain;
    }
    try {
      return JSON.readValue(matcher.group(), String.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          matcher.group() + " is no name as JSON writes it; escape only \" and \\ in it", e);
    }
  }

  private IllegalArgumentException refused() {
    String bare =
        text.replaceAll("\\['([^']*)'\\]", ".$1")
            .replaceAll("\\[[^\\]]*\\]", "")
            .replaceAll("[\\[\\]$*'\"]", "")
            .replaceAll("\\.{2,}", ".")
            .replaceAll("^\\.|\\.$", "");
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is no path: write the names of members joined by dots, as "
            + (bare.isEmpty() ? "data.items" : bare)
            + ", without [ ] $ * ' and without the array itself; a name that has such a sign or a"
            + " dot goes in quotes, or the names in a list, as [\"@odata.nextLink\"]");
  }
}
