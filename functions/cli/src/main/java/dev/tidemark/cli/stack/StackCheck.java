package dev.tidemark.cli.stack;

import dev.tidemark.cli.exit.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a template has what its definitions ask for, in sentences. What was added to it by hand
 * is nobody's business: only what follows from a definition is looked for.
 */
public final class StackCheck {
  private static final Pattern ALLOWED =
      Pattern.compile("(?m)^  Source:\n(?:    .*\n)*?    AllowedValues: \\[(.*)]");

  private static final Pattern RESOURCE = Pattern.compile("\"resource\":\"([^\"]+)\"");

  private StackCheck() {}

  /** What is wrong with the template of the repository; empty for nothing. */
  public static List<String> ofRepository() {
    Checkout checkout = Checkout.find();
    return ofTemplate(
        checkout.template(),
        StackTemplate.shared(checkout.definitions()),
        "./tidemark stack writes it anew");
  }

  /** What is wrong with the folder of a stack; empty for nothing. */
  public static List<String> of(OwnStack stack, Path folder, String remedy) {
    List<String> wrong = new ArrayList<>();
    wrong.addAll(
        ofTemplate(
            folder.resolve("template.yaml"), StackTemplate.alone(stack.definition()), remedy));
    stack
        .derived(folder, Checkout.find())
        .forEach((path, text) -> {
          if (path.startsWith("sources/") && !text.equals(read(folder.resolve(path)))) {
            wrong.add(path + " is not the definition that was named; " + remedy);
          }
        });
    if (!Files.isRegularFile(folder.resolve("samconfig.toml"))) {
      wrong.add("samconfig.toml is missing; " + remedy);
    }
    return wrong;
  }

  private static List<String> ofTemplate(Path file, StackTemplate expected, String remedy) {
    String text = read(file);
    if (text.isEmpty()) {
      return List.of(file + " is missing or empty; " + remedy);
    }
    List<String> wrong = new ArrayList<>();
    for (StackSource source : expected.sources()) {
      wrong.addAll(ofSource(text, source));
    }
    for (AlarmGroup group : AlarmGroup.of(expected.sources())) {
      wrong.addAll(ofGroup(text, group));
    }
    TreeSet<String> unknown = new TreeSet<>();
    RESOURCE.matcher(text).results().forEach(one -> unknown.add(one.group(1)));
    expected.sources().stream()
        .flatMap(source -> source.blocks().stream())
        .forEach(block -> unknown.remove(block.resource()));
    unknown.forEach(name ->
        wrong.add("a schedule syncs " + name + ", which no definition has; remove its function"));
    return wrong.stream().map(one -> file.getFileName() + ": " + one + "; " + remedy).toList();
  }

  private static List<String> ofSource(String text, StackSource source) {
    List<String> wrong = new ArrayList<>();
    String name = source.definition().source();
    String condition = source.condition();
    if (!ALLOWED
        .matcher(text)
        .results()
        .allMatch(one -> List.of(one.group(1).split(", ")).contains(name))) {
      wrong.add("the parameter Source does not allow " + name);
    }
    if (condition != null && !text.contains("  " + condition + ": !Equals [!Ref Source, " + name)) {
      wrong.add("the condition " + condition + " is missing, so that Source cannot be " + name);
    }
    for (FunctionBlock block : source.blocks()) {
      String function = section(text, block.logicalId());
      if (function == null) {
        wrong.add(name + "'s " + block.resource() + " has no function " + block.logicalId());
      } else if (!block.isScheduledIn(function)) {
        wrong.add(
            "the function "
                + block.logicalId()
                + " has other schedules than "
                + name
                + "'s "
                + block.resource()
                + " asks for"
                + (block.schedules().reconcile() ? "" : ": nothing is to be reconciled there"));
      }
      if (!text.contains(block.place())) {
        wrong.add("TIDEMARK_FUNCTIONS of the sweep lacks " + block.place());
      }
    }
    return wrong;
  }

  private static List<String> ofGroup(String text, AlarmGroup group) {
    List<String> wrong = new ArrayList<>();
    for (FunctionAlarm alarm : FunctionAlarm.of(Skeleton.read())) {
      String id = alarm.logicalId() + group.name();
      String lines = section(text, id);
      if (lines == null) {
        wrong.add("the alarm " + id + " is missing");
        continue;
      }
      for (FunctionBlock block : group.blocks()) {
        if (!lines.contains(alarm.line(block, group.condition()))) {
          wrong.add("the alarm " + id + " does not watch " + block.logicalId());
        }
      }
    }
    return wrong;
  }

  /** What a template says of one of its resources; null if it has none of that id. */
  private static @Nullable String section(String text, String logicalId) {
    int begin = text.indexOf("\n  " + logicalId + ":\n");
    int end = text.indexOf("\n\n", begin + 1);
    return begin < 0 ? null : text.substring(begin, end < 0 ? text.length() : end) + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read as text: " + e.getMessage());
    }
  }
}
