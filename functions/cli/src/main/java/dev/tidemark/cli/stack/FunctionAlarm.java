package dev.tidemark.cli.stack;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An alarm on what Lambda measures of each function. */
record FunctionAlarm(String logicalId, String statistic, String metric) {
  /** Where the lines of the functions stand. */
  static final Pattern METRICS = Pattern.compile("(?m)^#@ metrics (\\w+) (\\w+)\n");

  private static final Pattern ID = Pattern.compile("(?m)^  (\\w+)@\\{group}:");

  /** Those of a template. */
  static List<FunctionAlarm> of(Skeleton skeleton) {
    return skeleton.alarms().stream().map(FunctionAlarm::of).toList();
  }

  /** The one that a part of the skeleton is. */
  static FunctionAlarm of(String part) {
    Matcher id = ID.matcher(part);
    Matcher metrics = METRICS.matcher(part);
    if (!id.find() || !metrics.find()) {
      throw new IllegalStateException("no alarm on functions: " + part);
    }
    return new FunctionAlarm(id.group(1), metrics.group(1), metrics.group(2));
  }

  /** The lines of the functions of {@code group}. */
  String lines(AlarmGroup group) {
    return group.blocks().stream()
        .map(block -> line(block, group.condition()))
        .collect(Collectors.joining());
  }

  /**
   * The line of a function.
   *
   * @param group the condition of the whole alarm, which the line need not repeat
   */
  String line(FunctionBlock block, @Nullable String group) {
    String id = block.logicalId();
    String query =
        "{ Id: %s, ReturnData: false, MetricStat: { Stat: %s, Period: 300, Metric: {"
            .formatted(id.substring(0, 1).toLowerCase(Locale.ROOT) + id.substring(1), statistic);
    String watched =
        " Namespace: AWS/Lambda, MetricName: %s, Dimensions: [{ Name: FunctionName, Value: !Ref %s }] } } }"
            .formatted(metric, id);
    String condition = block.condition();
    return condition == null || condition.equals(group)
        ? "        - " + query + watched + "\n"
        : "        - !If [" + condition + ", " + query + watched + ", !Ref AWS::NoValue]\n";
  }
}
