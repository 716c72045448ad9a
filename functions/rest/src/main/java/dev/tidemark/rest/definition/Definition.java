package dev.tidemark.rest.definition;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A source: one SaaS API as it is, for every account of it. */
@Doc("A source: one SaaS API, described in a closed vocabulary.")
public record Definition(
    @Doc("Version of this vocabulary.") int tidemark,
    @Doc("Name of the source; lower case, used in keys.") String source,
    @Doc("What the API is called.") String title,
    @Doc("Where the API is documented.") @Nullable String documentation,
    @Doc("Scheme and host of the API; a path in it goes before the paths of the resources.")
        String baseUrl,
    @Doc("How a credential is shown to the API, by kind of credential.") Auth auth,
    @Doc("Headers sent with every request.") @Default("{}") Map<String, String> headers,
    @Doc("Where an answer carries the vendor's request id.") @Nullable Location requestId,
    @Doc("Where an answer carries the server's clock; otherwise the Date header.")
        @Nullable Location serverTime,
    @Doc("What the API's refusals mean.") @Default("{}") Errors errors,
    @Doc("Documented limits that a user may choose by name: requests a minute.") @Default("{}")
        Map<String, Integer> tiers,
    @Doc("The collections of the API.") Map<String, Resource> resources) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  public Definition {
    if (tidemark != 1) {
      throw new IllegalArgumentException("tidemark: " + tidemark + " is not known; write 1");
    }
    if (!NAME.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "source: \"" + source + "\" is not a name; use lower-case letters, digits, _ and -");
    }
    if (resources.isEmpty()) {
      throw new IllegalArgumentException("resources: none; describe at least one");
    }
    for (String name : resources.keySet()) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "resources." + name + " is not a name; use lower-case letters, digits, _ and -");
      }
    }
    tiers.forEach((tier, perMinute) -> {
      if (perMinute < 1) {
        throw new IllegalArgumentException(
            "tiers." + tier + ": " + perMinute + "; give requests a minute, 1 or more");
      }
    });
    String problem = BaseUrl.problem(baseUrl, false);
    if (problem != null) {
      throw new IllegalArgumentException("baseUrl: " + problem);
    }
  }

  /**
   * The resource called {@code name}.
   *
   * @throws DefinitionException if there is none; the message lists those that exist
   */
  public Resource resource(String name) {
    Resource resource = resources.get(name);
    if (resource == null) {
      throw new DefinitionException(
          source
              + " has no resource \""
              + name
              + "\"; it has "
              + String.join(", ", resources.keySet()));
    }
    return resource;
  }

  /**
   * Refuses bounds in record time that the API cannot keep: the walk would land everything and say
   * that it had not.
   *
   * @throws DefinitionException if {@code name} cannot be asked for between these bounds
   */
  public void requireBounds(String name, boolean from, boolean until) {
    Filter filter = resource(name).filter();
    if ((from || until) && filter == null) {
      throw new DefinitionException(
          name + " cannot be bounded: the API does not select by time; leave from and until out");
    }
    if (until && filter != null && filter.until() == null) {
      throw new DefinitionException(
          name + " has no upper bound: the API selects from a time on only; leave until out");
    }
  }
}
