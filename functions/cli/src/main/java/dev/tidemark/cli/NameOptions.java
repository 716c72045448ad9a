package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * What a question is about: {@code SOURCE RESOURCE…}, as for every verb, or nothing for everything.
 * A name that is not known is refused with those that are; nothing looks empty because it was
 * misspelt.
 */
final class NameOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "A source or a connection; every one unless named.")
  private @Nullable String source;

  @Parameters(
      index = "1..*",
      paramLabel = "RESOURCE",
      description = "Which: deals, deals,contacts or 'deal_*'; none named: all.")
  private List<String> resources = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "RESOURCE", description = "All but these; as above.")
  private List<String> excluded = new ArrayList<>();

  /**
   * The connections that are meant, each with its resources that are.
   *
   * @throws UsageException if a name is not known
   */
  List<Chosen> of(SiteOptions options) {
    List<Site> sites = options.place().sites();
    String first = source;
    if (first == null) {
      return chosen(sites, expanded(sites, List.of()), null);
    }
    Definition definition = definition(first);
    List<Site> meant =
        sites.stream().filter(site -> isMeant(options, site, first, definition)).toList();
    if (!meant.isEmpty()) {
      return chosen(meant, expanded(meant, resources), definition);
    }
    if (definition != null) {
      throw options.place().unknown("connection \"" + definition.source() + "\"");
    }
    // A resource alone is one of whichever connections have it.
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(resources);
    if (sites.stream().noneMatch(site -> site.knows(first))) {
      throw options.place().unknown("source, connection or resource \"" + first + "\"");
    }
    return chosen(sites, all, null);
  }

  private List<String> expanded(List<Site> sites, List<String> words) {
    Set<String> known = new LinkedHashSet<>();
    sites.forEach(site -> known.addAll(site.resources()));
    return ResourcePatterns.expand(words, excluded, List.copyOf(known));
  }

  /** A source alone means its connection of the same name, as for every verb; a stack has one. */
  private static boolean isMeant(
      SiteOptions options, Site site, String name, @Nullable Definition definition) {
    if (definition == null) {
      return site.connection().equals(name);
    }
    return options.inStack()
        ? definition.names().stream().anyMatch(site::knows)
        : options.connection() != null || site.connection().equals(definition.source());
  }

  private static List<Chosen> chosen(
      List<Site> sites, List<String> names, @Nullable Definition definition) {
    for (String name : names) {
      boolean known = sites.stream().anyMatch(site -> site.knows(name));
      if (!known && definition != null) {
        definition.resource(name.split("#", 2)[0]);
      } else if (!known) {
        Set<String> there = new LinkedHashSet<>();
        sites.forEach(site -> there.addAll(site.resources()));
        throw new UsageException(
            "there is no resource \"" + name + "\" here; there is " + String.join(", ", there));
      }
    }
    return sites.stream().map(site -> new Chosen(site, names)).toList();
  }

  /** The definition that {@code name} names; null where it names none. */
  private static @Nullable Definition definition(String name) {
    return Sources.builtIn().contains(name) || Files.isRegularFile(Path.of(name))
        ? Sources.named(name)
        : null;
  }
}
