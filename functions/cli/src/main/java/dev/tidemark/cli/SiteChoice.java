package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.site.HomeSite;
import dev.tidemark.cli.site.Site;
import dev.tidemark.cli.site.StackSite;
import dev.tidemark.lake.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A home or a stack, and the connections in it.
 *
 * @param stack null for the home
 * @param connection the one that was named; null where none was
 * @param command the command as it was given, whose options must fit
 */
public record SiteChoice(
    Path home, @Nullable String stack, @Nullable String connection, CommandSpec command) {
  /**
   * The site of the connection of {@code origin}, or the stack.
   *
   * @throws UsageException if there is no such connection; the message lists those that there are
   */
  public Site site(Origin origin) {
    if (stack != null) {
      return deployed(stack);
    }
    Home opened = opened();
    if (!connections(opened).contains(origin.connection())) {
      throw unknown("connection \"" + origin.connection() + "\"");
    }
    return new HomeSite(opened, origin);
  }

  /**
   * Every site that is meant: the stack, or the connections of the home.
   *
   * @throws UsageException if the connection that was named does not exist
   */
  public List<Site> sites() {
    if (stack != null) {
      return List.of(deployed(stack));
    }
    Home opened = opened();
    List<String> known = connections(opened);
    if (connection != null && !known.contains(connection)) {
      throw unknown("connection \"" + connection + "\"");
    }
    return known.stream()
        .filter(each -> connection == null || each.equals(connection))
        .map(each -> (Site) new HomeSite(opened, Origin.unasked(each)))
        .toList();
  }

  /** What to throw where {@code what} is not there: it lists the connections that are. */
  public UsageException unknown(String what) {
    if (stack != null) {
      Site site = deployed(stack);
      return new UsageException(
          "stack %s has no %s; it is connection %s with %s"
              .formatted(stack, what, site.connection(), String.join(", ", site.resources())));
    }
    List<String> known = connections(opened());
    return new UsageException(
        "there is no %s in %s; %s"
            .formatted(
                what,
                home.toAbsolutePath().normalize(),
                known.isEmpty()
                    ? "nothing has been synced there yet"
                    : "its connections, to be named with --connection, are "
                        + String.join(", ", known)));
  }

  private Site deployed(String name) {
    StackOptions.require(command);
    return StackOptions.requireConnection(StackSite.named(name), name, connection);
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

  /** Those that left their names, and those that published before names were left. */
  private static List<String> connections(Home home) {
    Set<String> names = new TreeSet<>(home.connections());
    names.addAll(new Lake(home.stores().objects()).connections());
    return List.copyOf(names);
  }
}
