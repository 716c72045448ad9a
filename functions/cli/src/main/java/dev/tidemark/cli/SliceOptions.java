package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.state.Slicing;
import dev.tidemark.rest.definition.Definition;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** In how many slices of record time a resource is walked that was never read before. */
final class SliceOptions {
  @Option(
      names = "--slices",
      paramLabel = "N",
      description = {
        "Walks N slices of record time beside each other, where everything is read: a first run, a",
        "backfill. Needs walk: bound and a filter with from and until. Unless given: 1."
      })
  private int slices = 1;

  /**
   * What was asked for.
   *
   * @param named the resources that were named, each of which has to be able to; the others walk in
   *     one piece where they cannot
   */
  InSlices of(Definition definition, List<String> named, List<String> all) {
    if (slices < 1 || slices > Slicing.MOST_WORKERS) {
      throw new UsageException("--slices must be 1 to " + Slicing.MOST_WORKERS);
    }
    if (slices == 1) {
      return InSlices.NONE;
    }
    named.forEach(definition::requireSlices);
    return new InSlices(
        slices,
        all.stream()
            .filter(name -> definition.resource(name).cannotSlice() == null)
            .collect(Collectors.toSet()));
  }
}
