package dev.tidemark.rest.query;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Rate;
import dev.tidemark.rest.definition.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a user sets about a connection, checked against the definition.
 *
 * @param pageSize records asked for in a page; null for the definition's
 * @param perMinute requests a minute that are not exceeded; 0 for no limit of our own, null for
 *     those that the vendor documents
 * @param maxResponseBytes bytes that an answer may have, unpacked
 * @param schema version of the landed form; null for the definition's
 * @param wanted which parts of the records
 * @param given what the user wrote, by key
 */
public record Settings(
    @Nullable Integer pageSize,
    @Nullable Integer perMinute,
    long maxResponseBytes,
    @Nullable Integer schema,
    Wanted wanted,
    Map<String, String> given) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long DEFAULT_MAX_RESPONSE = 64L * 1024 * 1024;
  private static final Set<String> KNOWN =
      Set.of("pageSize", "rate", "maxResponseBytes", "tier", "fields", "include", "schema");

  /** Nothing set. */
  public static final Settings DEFAULT =
      new Settings(null, null, DEFAULT_MAX_RESPONSE, null, Wanted.DEFAULT, Map.of());

  /**
   * Reads settings.
   *
   * @throws DefinitionException if a key is unknown or a value makes no sense; the message lists
   *     what does
   */
  public static Settings of(Definition definition, Map<String, String> set) {
    for (String key : set.keySet()) {
      if (!KNOWN.contains(key)) {
        throw new DefinitionException(
            "setting \"" + key + "\" is none of " + String.join(", ", new TreeSet<>(KNOWN)));
      }
    }
    return new Settings(
        set.containsKey("pageSize") ? pageSize(definition, set) : null,
        perMinute(definition, set),
        set.containsKey("maxResponseBytes")
            ? number("maxResponseBytes", set, 1024, Long.MAX_VALUE)
            : DEFAULT_MAX_RESPONSE,
        set.containsKey("schema") ? (int) number("schema", set, 1, Integer.MAX_VALUE) : null,
        Wanted.of(definition, set.get("fields"), set.get("include")),
        Map.copyOf(set));
  }

  /**
   * Reads settings in one text, as in {@code tier=free include=team,properties}.
   *
   * @throws DefinitionException if it is no such text; the message shows the form
   */
  public static Map<String, String> parse(String text) {
    Map<String, String> set = new LinkedHashMap<>();
    for (String entry : text.isBlank() ? new String[0] : text.strip().split("\\s+", -1)) {
      int equals = entry.indexOf('=');
      if (equals < 1) {
        throw new DefinitionException(
            "\""
                + entry
                + "\" is not KEY=VALUE; write settings with spaces between them and none in them,"
                + " as in tier=free include=a,b");
      }
      if (set.put(entry.substring(0, equals), entry.substring(equals + 1)) != null) {
        throw new DefinitionException(
            "setting " + entry.substring(0, equals) + " is given twice; give it once");
      }
    }
    return set;
  }

  /**
   * These settings with {@code others} in place of those of the same keys. A tier and a rate say
   * the same thing, so that either takes the place of both.
   *
   * @throws DefinitionException as {@link #of}
   */
  Settings overridden(Definition definition, Map<String, String> others) {
    if (others.isEmpty()) {
      return this;
    }
    Map<String, String> set = new LinkedHashMap<>(given);
    if (others.containsKey("tier") || others.containsKey("rate")) {
      set.keySet().removeAll(Set.of("tier", "rate"));
    }
    set.putAll(others);
    return of(definition, set);
  }

  /** The same settings with pages of {@code size}. */
  public Settings ofPages(int size) {
    return new Settings(size, perMinute, maxResponseBytes, schema, wanted, given);
  }

  private static int pageSize(Definition definition, Map<String, String> set) {
    int max =
        definition.resources().values().stream()
            .map(resource -> resource.request().pageSize())
            .filter(Objects::nonNull)
            .mapToInt(PageSize::max)
            .max()
            .orElse(Integer.MAX_VALUE);
    return (int) number("pageSize", set, 1, max);
  }

  private static @Nullable Integer perMinute(Definition definition, Map<String, String> set) {
    String rate = set.get("rate");
    if (rate != null) {
      return rate.equals("off") ? 0 : (int) number("rate", set, 1, 1_000_000);
    }
    String tier = set.get("tier");
    if (tier == null) {
      return null;
    }
    Integer perMinute = definition.limits().tiers().get(tier);
    if (perMinute == null) {
      throw new DefinitionException(
          "setting tier: \""
              + tier
              + "\" is none of "
              + (definition.limits().tiers().isEmpty()
                  ? "those of " + definition.source() + ", which has none"
                  : String.join(", ", definition.limits().tiers().keySet())));
    }
    return perMinute;
  }

  private static long number(String key, Map<String, String> set, long least, long most) {
    String text = String.valueOf(set.get(key));
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new DefinitionException("setting " + key + ": \"" + text + "\" is not a whole number");
    }
    throw new DefinitionException(
        "setting " + key + ": " + text + " is not between " + least + " and " + most);
  }

  /** The same, with pages of at most {@code records} where {@code size} would be larger. */
  Settings pagesOfAtMost(long records, PageSize size) {
    return records < pageSize(size)
        ? new Settings((int) records, perMinute, maxResponseBytes, schema, wanted, given)
        : this;
  }

  /** The page size to ask {@code resource} for. */
  public int pageSize(PageSize size) {
    return pageSize == null ? size.ask() : Math.min(pageSize, size.max());
  }

  /** The version of the landed form of {@code resource}. */
  int schema(Resource resource) {
    return schema == null ? resource.landed().schema() : schema;
  }

  /** What the user keeps requests to; null for nothing. */
  public Rate.@Nullable Bucket limit() {
    return perMinute == null || perMinute == 0 ? null : new Rate.Bucket(perMinute, MINUTE);
  }

  /**
   * What requests for {@code resource} are kept to; null for nothing.
   *
   * @param rate what the vendor documents
   */
  public Rate.@Nullable Bucket limit(Rate rate, Resource resource) {
    if (perMinute != null) {
      return limit();
    }
    return resource.bucket() == null ? null : rate.buckets().get(resource.bucket());
  }
}
