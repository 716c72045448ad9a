package dev.tidemark.rest.definition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Resources of which there is one for each of a user's own names. */
final class Arguments {
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private Arguments() {}

  /** Why {@code path} does not hold {@code argument} as it must; null if it does. */
  static @Nullable String problem(String path, @Nullable String argument) {
    String rest = path;
    if (argument != null) {
      String hole = hole(argument);
      int at = path.indexOf(hole);
      if (at < 0 || path.indexOf(hole, at + 1) >= 0) {
        return "path: \"" + path + "\" must hold " + hole + " exactly once";
      }
      rest = path.replace(hole, "");
    }
    return rest.contains("{") || rest.contains("}")
        ? "path: \"" + path + "\" holds a brace that no argument fills"
        : null;
  }

  /**
   * Why the id of a parent does not stand in a request as it must; null if it does.
   *
   * @param named whether each child names its parent: a parameter may be ignored, and then every
   *     parent would show the same children
   */
  static @Nullable String parentProblem(
      String path, Map<String, String> parameters, boolean named) {
    String hole = hole(Resource.PARENT);
    List<String> with = parameters.values().stream().filter(one -> one.contains(hole)).toList();
    if (with.isEmpty()) {
      String problem = problem(path, Resource.PARENT);
      return problem == null || path.contains(hole)
          ? problem
          : problem + ", or one value of parameters must";
    }
    if (path.contains(hole)
        || with.size() > 1
        || with.getFirst().indexOf(hole) != with.getFirst().lastIndexOf(hole)) {
      return hole + " stands more than once in path and parameters; write it once";
    }
    return named
        ? problem(path, null)
        : "parameters: "
            + hole
            + " without parentId: an API that does not heed the parameter would show the same"
            + " children for each parent, and nothing would tell; name the member of a child that"
            + " holds its parent's id, as parentId: deal_id";
  }

  /**
   * The path for {@code value}.
   *
   * @throws DefinitionException if {@code value} is not of letters, digits, {@code _} and {@code -}
   */
  static String fill(String path, String argument, String value) {
    if (!VALUE.matcher(value).matches()) {
      throw new DefinitionException(
          argument
              + " \""
              + value
              + "\" is not a name; use up to 128 letters, digits, _ and - after the dot");
    }
    return path.replace(hole(argument), value);
  }

  /**
   * The path with an id of the API's own in it, percent-encoded.
   *
   * @throws DefinitionException if it would change the path around it
   */
  static String segment(String path, String name, String id) {
    if (!path.contains(hole(name))) {
      return path;
    }
    if (id.isEmpty() || id.equals(".") || id.equals("..")) {
      throw new DefinitionException(name + " \"" + id + "\" cannot stand in a path");
    }
    return path.replace(
        hole(name), URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /**
   * A query parameter's value with an id of the API's own in it.
   *
   * @throws DefinitionException if it would change the text around it
   */
  static String text(String value, String name, String id) {
    String hole = hole(name);
    if (value.contains(hole) && !value.equals(hole) && !Parameter.isHarmless(id)) {
      throw new DefinitionException(
          name
              + " \""
              + id
              + "\" holds a quote, a backslash or a control character, which would change the text"
              + " around it");
    }
    return value.replace(hole, id);
  }

  private static String hole(String argument) {
    return "{" + argument + "}";
  }
}
