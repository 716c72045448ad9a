package dev.tidemark.query;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.record.LineRecall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tables that there are to be asked: two for each resource of which something is published.
 *
 * @param known those that may be asked
 * @param unknown why others that look as if they were there are not, a sentence each
 * @param schema the only connection, whose tables may be named alone; empty where there are several
 */
record Tables(List<LandedTable> known, List<String> unknown, String schema) {
  Tables {
    known = List.copyOf(known);
    unknown = List.copyOf(unknown);
    Set<String> names = new TreeSet<>();
    for (LandedTable table : known) {
      // SQL does not tell capitals from small letters.
      if (!names.add(table.exactName().toLowerCase(Locale.ROOT))) {
        throw new UsageException("two resources are called " + table.name() + " in SQL");
      }
    }
  }

  /**
   * Those of {@code sites}.
   *
   * @param definitions by connection
   */
  static Tables of(List<Site> sites, Map<String, Definition> definitions) {
    List<LandedTable> known = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Site site : sites) {
      Definition definition = definitions.get(site.connection());
      if (definition == null) {
        unknown.add(
            "what the lines of %s are, its definition says: name it with --source %s=FILE"
                .formatted(site.connection(), site.connection()));
      } else {
        addAll(site, definition, known, unknown);
      }
    }
    return new Tables(known, unknown, sites.size() == 1 ? sites.getFirst().connection() : "");
  }

  private static void addAll(
      Site site, Definition definition, List<LandedTable> known, List<String> unknown) {
    Lake lake = site.lake();
    Set<String> published = new LinkedHashSet<>(lake.resources(site.connection()));
    for (String name : published) {
      ResourceKey key = ResourceKey.of(site.connection(), name);
      try {
        LineRecall reading = new LineRecall(definition.resource(name));
        known.add(new LandedTable(key, lake, reading, false));
        known.add(new LandedTable(key, lake, reading, true));
      } catch (DefinitionException e) {
        unknown.add(site.connection() + "." + name + ": " + e.getMessage());
      }
    }
    List<String> others =
        site.resources().stream().filter(name -> !published.contains(name)).toList();
    if (!others.isEmpty()) {
      unknown.add(
          "nothing is published yet of %s %s"
              .formatted(site.connection(), String.join(", ", others)));
    }
  }

  /** Those whose names stand in {@code sql}, and maybe some more: a name may be a column's too. */
  List<LandedTable> named(String sql) {
    return known.stream().filter(table -> table.isNamed(sql, !schema.isEmpty())).toList();
  }
}
