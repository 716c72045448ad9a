package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.query.DescribedSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a verb is carried out. */
public final class SiteOptions {
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
      description = "Which account; the source's name unless given; of a stack, its own.")
  private @Nullable String connection;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  boolean inStack() {
    return stack != null;
  }

  /** The connection that was named; null where none was. */
  @Nullable String connection() {
    return connection;
  }

  /**
   * The site of {@code definition}'s connection, whose API is not asked.
   *
   * @throws UsageException if there is no such connection; the message lists those that there are
   */
  Site site(Definition definition) {
    return place().site(Origin.unasked(DescribedSource.of(name(definition), definition)));
  }

  /** Where it is, with the connections that there are. */
  public SiteChoice place() {
    return new SiteChoice(home, stack, connection, command);
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
