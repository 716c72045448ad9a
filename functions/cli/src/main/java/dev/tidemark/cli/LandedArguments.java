package dev.tidemark.cli;

import picocli.CommandLine.Parameters;

/** Which resource a command reads of what landed: {@code SOURCE RESOURCE}. */
final class LandedArguments {
  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A built-in source (see: tidemark sources) or the path of a definition file.")
  private String source = "";

  @Parameters(index = "1", paramLabel = "RESOURCE", description = "Which resource.")
  private String resource = "";

  /** The resource, in the home or the stack of {@code site}. */
  LandedResource in(SiteOptions site) {
    return LandedResource.of(site, source, resource);
  }
}
