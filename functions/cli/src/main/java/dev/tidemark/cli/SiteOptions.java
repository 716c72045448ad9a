package dev.tidemark.cli;

import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.site.HomeSite;
import dev.tidemark.cli.site.Site;
import dev.tidemark.cli.site.StackSite;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a verb is carried out. */
final class SiteOptions {
  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "The home to look into: ${DEFAULT-VALUE}.")
  private Path home = Path.of(".tidemark");

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "A deployed stack instead of a home, by your AWS profile.")
  private @Nullable String stack;

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Which account; the source's name, or every one, unless given.")
  private @Nullable String connection;

  @Option(names = "--json", description = "One JSON document per resource, and nothing else.")
  private boolean json;

  boolean json() {
    return json;
  }

  /** The site of {@code definition}'s connection. */
  Site site(Definition definition) {
    if (stack != null) {
      return StackSite.named(stack);
    }
    String name = name(definition);
    return new HomeSite(
        opened(), new Origin(name, () -> SourceConnection.withoutCredential(name, definition)));
  }

  /** Every site that is meant: the stack, or the connections of the home. */
  List<Site> sites() {
    if (stack != null) {
      return List.of(StackSite.named(stack));
    }
    Home opened = opened();
    return opened.connections().stream()
        .filter(each -> connection == null || each.equals(connection))
        .map(each -> (Site) new HomeSite(opened, Origin.unasked(each)))
        .toList();
  }

  private Home opened() {
    if (!Files.isDirectory(home)) {
      throw new UsageException(
          "there is no home "
              + home.toAbsolutePath()
              + "; sync first, or name another with --home");
    }
    return Home.open(home);
  }

  private String name(Definition definition) {
    String name = connection == null ? definition.source() : connection;
    try {
      return ResourceKey.of(name, "any").connection();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--connection: " + e.getMessage());
    }
  }
}
