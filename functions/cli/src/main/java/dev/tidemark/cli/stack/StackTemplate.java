package dev.tidemark.cli.stack;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.definition.Definition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The template of a stack that is of one of some sources. */
final class StackTemplate {
  /** How CloudFormation names a function: stack, id and a random part, and no more than this. */
  private static final int LONGEST_FUNCTION = 64;

  private static final int STACK_AND_RANDOM_PART = 24 + 1 + 1 + 12;

  /** Lambda keeps 4 KB of environment; the other variables need the rest. */
  private static final int LONGEST_FUNCTIONS = 4096 - 1300;

  /** What stacks that name no source have always been of. */
  private static final String DEFAULT = "lev";

  private static final int MOST_NAMED = AlarmGroup.MOST - 1;

  private final Skeleton skeleton = Skeleton.read();
  private final List<StackSource> sources;
  private final boolean alone;

  private StackTemplate(List<Definition> definitions, boolean alone) {
    LogicalIds ids = new LogicalIds(skeleton.ids());
    this.alone = alone;
    this.sources =
        definitions.stream().map(definition -> StackSource.of(definition, alone, ids)).toList();
    sources.forEach(StackTemplate::requireRoom);
  }

  /** The template of this repository, whose parameter Source chooses among {@code definitions}. */
  static StackTemplate shared(List<Definition> definitions) {
    return new StackTemplate(
        definitions.stream()
            .sorted(Comparator.comparing(definition -> !definition.source().equals(DEFAULT)))
            .toList(),
        false);
  }

  /**
   * The template of a folder of its own.
   *
   * @throws UsageException if no stack has room for the definition
   */
  static StackTemplate alone(Definition definition) {
    return new StackTemplate(List.of(definition), true);
  }

  private static void requireRoom(StackSource source) {
    String name = source.definition().source();
    if (source.plain().isEmpty()) {
      throw new UsageException(
          name
              + " has only resources that are one for each of your own names, such as "
              + source.definition().names().getFirst()
              + "; a stack needs one that is not");
    }
    if (source.named().size() > MOST_NAMED) {
      throw new UsageException(
          name
              + " has "
              + source.named().size()
              + " resources that are one for each of your own names; a stack takes "
              + MOST_NAMED
              + ": write the others to a definition and a stack of their own");
    }
    int length = 0;
    int fitting = 0;
    for (FunctionBlock block : source.blocks()) {
      length += block.resource().length() + 2;
      length += Math.min(LONGEST_FUNCTION, block.logicalId().length() + STACK_AND_RANDOM_PART);
      fitting += length <= LONGEST_FUNCTIONS ? 1 : 0;
    }
    if (length > LONGEST_FUNCTIONS) {
      throw new UsageException(
          name
              + " has "
              + source.blocks().size()
              + " resources, and a stack has room for the first "
              + fitting
              + " of them: write the others to a definition and a stack of their own");
    }
  }

  List<StackSource> sources() {
    return sources;
  }

  String text() {
    Set<String> parts = new HashSet<>();
    if (any(block -> block.schedules().child())) {
      parts.add("children");
    }
    if (any(block -> block.schedules().reconcile())) {
      parts.add("reconcile");
    }
    return skeleton.filled(parts, places(parts), AlarmGroup.of(sources));
  }

  private boolean any(Predicate<FunctionBlock> what) {
    return sources.stream().flatMap(source -> source.blocks().stream()).anyMatch(what);
  }

  private Map<String, String> places(Set<String> parts) {
    Map<String, String> places = new HashMap<>(new SourceLines(sources).places());
    places.put("head", head());
    places.put("code", alone ? "." : "functions");
    places.put("first", sources.getFirst().definition().source());
    places.put("schedules", schedules(parts));
    return places;
  }

  private String head() {
    return alone
        ? """
        # How to read it: parameters; what every function has; what keeps state and records; the sweep; then a block for each
        # resource of the API; alarms and dashboard; outputs. Tidemark's docs/deploy.md says how to use it.
        """
        : """
        # How to read it: parameters; what every function has; what keeps state and records; the sweep; then a block for each
        # resource of each API, of which one API's are created; alarms and dashboard; outputs. docs/deploy.md says how to use it.
        #
        # `./tidemark stack` writes this file: what is the same for all APIs stands in
        # functions/cli/src/main/resources/dev/tidemark/cli/stack/template.yaml, the rest follows from the definitions.
        """;
  }

  private static String schedules(Set<String> parts) {
    return Stream.of(
            "ScheduleState",
            "ScheduleExpression",
            parts.contains("children") ? "ChildrenExpression" : "",
            parts.contains("reconcile") ? "ReconcileExpression" : "")
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
