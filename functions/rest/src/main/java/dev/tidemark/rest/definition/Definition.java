package dev.tidemark.rest.definition;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A source: one SaaS API as it is, for every account of it. */
@Doc("A source: one SaaS API, described in a closed vocabulary.")
public record Definition(
    @Doc("Version of this vocabulary.") int tidemark,
    @Flat About about,
    @Flat Entrance entrance,
    @Flat AnswerSigns answers,
    @Flat Limits limits,
    @Doc("The collections of the API.") Map<String, Resource> resources) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  public Definition {
    if (tidemark != 1) {
      throw new IllegalArgumentException("tidemark: " + tidemark + " is not known; write 1");
    }
    if (!NAME.matcher(about.source()).matches()) {
      throw new IllegalArgumentException(
          "source: \""
              + about.source()
              + "\" is not a name; use lower-case letters, digits, _ and -");
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
    limits
        .tiers()
        .forEach((tier, perMinute) -> {
          if (perMinute < 1) {
            throw new IllegalArgumentException(
                "tiers." + tier + ": " + perMinute + "; give requests a minute, 1 or more");
          }
        });
    BaseUrls.check(entrance.baseUrl(), entrance.accountUrl());
    resources.forEach((name, resource) -> check(name, resource, limits.rate(), resources));
  }

  private static @Nullable String parent(@Nullable String parent, Map<String, Resource> all) {
    Resource resource = parent == null ? null : all.get(parent);
    if (parent == null) {
      return null;
    }
    return resource == null || resource.kin().parent() != null || resource.kin().argument() != null
        ? "parent: \"" + parent + "\" is no resource that has a list of its own"
        : resource.members().id().isComposite()
            ? "parent: the path has one {parent}, and the id of \""
                + parent
                + "\" is "
                + resource.members().id()
                + " together"
            : null;
  }

  private static void check(String name, Resource resource, Rate rate, Map<String, Resource> all) {
    String bucket = resource.bucket();
    String problem =
        bucket != null && !rate.buckets().containsKey(bucket)
            ? "bucket: \"" + bucket + "\" is none of those of the rate"
            : parent(resource.kin().parent(), all);
    problem = problem == null ? RequestForm.problem(resource) : problem;
    if (problem != null) {
      throw new IllegalArgumentException("resources." + name + ": " + problem);
    }
  }

  /** Name of the source. */
  public String source() {
    return about.source();
  }

  /**
   * Where the API of an account is.
   *
   * @param given what the user gives; null for nothing
   * @param loopback whether plain http to this machine is allowed
   * @throws DefinitionException if it cannot be used, or if it must be given and is not
   */
  public BaseUrl baseUrl(@Nullable String given, boolean loopback) {
    String url = given == null ? entrance.baseUrl() : given;
    if (url == null) {
      throw new DefinitionException(
          source()
              + " has no base URL for all accounts: give the account's own, such as "
              + entrance.accountUrl()
              + ", with --base-url or the stack's parameter BaseUrl");
    }
    return BaseUrl.of(url, loopback);
  }

  /**
   * The names of the resources that can be run as they are: those that need no argument. Children
   * come last, since they take longest.
   */
  public List<String> runnable() {
    return Stream.concat(runnable(false).stream(), runnable(true).stream()).toList();
  }

  /** The names of those that are {@code children} of others, or of those that are not. */
  public List<String> runnable(boolean children) {
    return resources.entrySet().stream()
        .filter(entry -> entry.getValue().kin().argument() == null)
        .filter(entry -> children == (entry.getValue().kin().parent() != null))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String meant(String name) {
    String near = Spelling.nearest(name, names());
    return near == null ? "" : "; did you mean " + near + "?";
  }

  /**
   * The resource called {@code name}; one that needs an argument is called by both, joined by a
   * dot, as in {@code custom_object_records.apartment}.
   *
   * @throws DefinitionException if there is none; the message lists those that exist
   */
  public Resource resource(String name) {
    int dot = name.indexOf('.');
    Resource resource = resources.get(dot < 0 ? name : name.substring(0, dot));
    String argument = resource == null ? null : resource.kin().argument();
    if (resource == null || (dot >= 0 && argument == null)) {
      throw new DefinitionException(
          source()
              + " has no resource \""
              + name
              + "\"; it has "
              + String.join(", ", names())
              + meant(name));
    }
    if (argument == null) {
      return resource;
    }
    if (dot < 0) {
      throw new DefinitionException(
          name
              + " is one resource for each "
              + argument
              + ": write "
              + name
              + ".<"
              + argument
              + ">, with the "
              + argument
              + " in place of the brackets");
    }
    String value = name.substring(dot + 1);
    Single single = resource.single();
    return resource.at(
        Arguments.fill(resource.request().path(), argument, value),
        single == null
            ? null
            : new Single(
                Arguments.fill(single.path(), argument, value), single.record(), single.gone()));
  }

  /** The names of all resources, as a user writes them. */
  public List<String> names() {
    return resources.entrySet().stream()
        .map(entry -> {
          String argument = entry.getValue().kin().argument();
          return entry.getKey() + (argument == null ? "" : ".<" + argument + ">");
        })
        .toList();
  }

  /**
   * Refuses bounds in record time for records that have none: nothing could be left out.
   *
   * @throws DefinitionException if {@code name} cannot be bounded
   */
  public void requireBounds(String name, boolean from, boolean until) {
    Resource resource = resource(name);
    if ((from || until) && resource.members().watermark() == null) {
      throw new DefinitionException(
          name + " cannot be bounded: its records have no time; leave from and until out");
    }
  }

  /** How the resources are written of which there is one for each of a user's own names. */
  public List<String> unnamed() {
    return names().stream().filter(name -> name.endsWith(">")).toList();
  }

  /** Those of {@code names} whose vanished records can be found. */
  public List<String> reconcilable(List<String> names) {
    return names.stream().filter(name -> resource(name).cannotReconcile() == null).toList();
  }

  /**
   * Refuses to look for what has vanished where a walk over everything would prove nothing.
   *
   * @throws DefinitionException if {@code name} cannot be reconciled
   */
  public void requireReconcile(String name) {
    String problem = resource(name).cannotReconcile();
    if (problem != null) {
      throw new DefinitionException(name + " cannot be reconciled: " + problem);
    }
  }

  /**
   * Refuses to cut the walk of a resource into slices where that could leave records out.
   *
   * @throws DefinitionException if {@code name} has to be walked in one piece
   */
  public void requireSlices(String name) {
    String problem = resource(name).cannotSlice();
    if (problem != null) {
      throw new DefinitionException(name + " cannot be walked in slices: " + problem);
    }
  }

  /**
   * Refuses to ask for single records where the API cannot be asked.
   *
   * @throws DefinitionException if there is no way to read one record of {@code name}
   */
  public void requireSingle(String name) {
    Resource resource = resource(name);
    if (resource.single() == null) {
      throw new DefinitionException(
          name
              + " cannot be refreshed: the API has no way to ask for one record"
              + (resource.kin().parent() == null ? "" : "; sync its list instead"));
    }
  }
}
