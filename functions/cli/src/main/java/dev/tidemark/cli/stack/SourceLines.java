package dev.tidemark.cli.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines and words of a template that follow from its sources. */
record SourceLines(List<StackSource> sources) {
  private static final String FIRST_ITEM = "            - - ";
  private static final String ITEM = "              - ";

  /** By the name of their place. */
  Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    places.put("sources", names(sources));
    places.put("arguments", each(source -> named(source, one -> one.argument() + ", ")));
    places.put("parameters", each(source -> named(source, one -> parameter(source, one))));
    places.put("hostless", each(SourceLines::hostless));
    places.put("hosts", each(SourceLines::host));
    places.put("conditions", conditions());
    places.put("functions", functions());
    places.put("blocks", each(SourceLines::blocks).substring(1) + "\n");
    return places;
  }

  private static String names(List<StackSource> sources) {
    return sources.stream()
        .map(source -> source.definition().source())
        .collect(Collectors.joining(", "));
  }

  private String each(Function<StackSource, String> lines) {
    return sources.stream().map(lines).collect(Collectors.joining());
  }

  private static String named(StackSource source, Function<FunctionBlock, String> lines) {
    return source.named().stream().map(lines).collect(Collectors.joining());
  }

  private static String blocks(StackSource source) {
    return source.blocks().stream().map(FunctionBlock::text).collect(Collectors.joining());
  }

  private static String parameter(StackSource source, FunctionBlock block) {
    String kind = block.resource().substring(0, block.resource().indexOf('.'));
    return """
      %s:
        Type: String
        Default: ""
        AllowedPattern: "[A-Za-z0-9_-]{0,128}"
        Description: %s of %s is synced, as in %s. Empty - none.
    """
        .formatted(
            block.argument(),
            source.condition() == null ? "Which" : source.prefix() + " only - which",
            kind,
            source.definition().names().stream()
                .filter(name -> name.startsWith(kind + "."))
                .collect(Collectors.joining()));
  }

  private static boolean hasNoHost(StackSource source) {
    return source.definition().entrance().baseUrl() == null;
  }

  private static String hostless(StackSource source) {
    return hasNoHost(source) ? " " + source.prefix() + " needs the account's own." : "";
  }

  private static String host(StackSource source) {
    if (!hasNoHost(source)) {
      return "";
    }
    String given =
        source.condition() == null
            ? ""
            : "    RuleCondition: !Equals [!Ref Source, " + source.definition().source() + "]\n";
    return """
      %sHasAHostForEachAccount:
    %s    Assertions:
          - Assert: !Not [!Equals [!Ref BaseUrl, ""]]
            AssertDescription: %s needs BaseUrl, such as %s
    """
        .formatted(
            source.prefix(), given, source.prefix(), source.definition().entrance().accountUrl());
  }

  private String conditions() {
    StringBuilder lines = new StringBuilder();
    for (StackSource source : sources) {
      if (source.condition() != null) {
        lines
            .append("  ")
            .append(source.condition())
            .append(": !Equals [!Ref Source, ")
            .append(source.definition().source())
            .append("]\n");
      }
    }
    return lines + each(source -> named(source, one -> given(source.condition(), one)));
  }

  private static String given(@Nullable String source, FunctionBlock block) {
    String given = "!Not [!Equals [!Ref " + block.argument() + ", \"\"]]";
    return "  "
        + block.condition()
        + ": "
        + (source == null ? given : "!And [!Condition " + source + ", " + given + "]")
        + "\n";
  }

  private String functions() {
    String items = each(SourceLines::items);
    return FIRST_ITEM + items.substring(ITEM.length());
  }

  private static String items(StackSource source) {
    String gap = source.condition() == null ? "" : "  ";
    String places =
        source.plain().stream()
            .map(block -> ITEM.replace('-', ' ') + gap + "  " + block.place() + "\n")
            .collect(Collectors.joining());
    String always =
        source.condition() == null
            ? ITEM + "!Sub >-\n" + places
            : ITEM
                + "!If\n"
                + "                - "
                + source.condition()
                + "\n"
                + "                - !Sub >-\n"
                + places
                + "                - !Ref AWS::NoValue\n";
    return always
        + named(
            source,
            one ->
                ITEM
                    + "!If ["
                    + one.condition()
                    + ", !Sub \""
                    + one.place()
                    + "\", !Ref AWS::NoValue]\n");
  }
}
