package dev.tidemark.query;

import dev.tidemark.cli.SiteChoice;
import dev.tidemark.cli.site.Site;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The connections of a home. */
final class HomeSites {
  private HomeSites() {}

  static List<Site> of(Path home) {
    return new SiteChoice(home, null, null, CommandSpec.create()).sites();
  }
}
