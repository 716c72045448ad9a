package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.report.Table;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark pause}, {@code resume}, {@code cancel} and {@code reset}. */
@Command(mixinStandardHelpOptions = true)
final class OperatorCommand implements Callable<Integer> {
  private final OperatorVerb verb;

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A built-in source (see: tidemark sources) or the path of a definition file.")
  private String source = "";

  @Parameters(
      index = "1..*",
      paramLabel = "RESOURCE",
      description = {
        "Which, with what is unfinished beside it; deals#range-… means that alone.",
        "None named: every one that has run."
      })
  private List<String> resources = new ArrayList<>();

  private OperatorCommand(OperatorVerb verb) {
    this.verb = verb;
  }

  /** Adds a command for each verb whose word is {@code wanted}; false if none is. */
  static boolean addTo(CommandLine main, Predicate<String> wanted) {
    boolean added = false;
    for (OperatorVerb verb : OperatorVerb.values()) {
      if (!wanted.test(word(verb))) {
        continue;
      }
      CommandLine command = new CommandLine(new OperatorCommand(verb));
      command.getCommandSpec().usageMessage().description(description(verb));
      main.addSubcommand(word(verb), command);
      added = true;
    }
    return added;
  }

  private static String description(OperatorVerb verb) {
    return switch (verb) {
      case PAUSE -> "Stops a resource where it is, until it is resumed; a leg at work ends.";
      case RESUME -> "Lets a paused resource continue where it was.";
      case CANCEL -> "Abandons a run that is not finished; what it read is not published.";
      case RESET ->
          "Abandons the unfinished run and the checkpoint: the next run reads everything again and"
              + " publishes what differs.";
    };
  }

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = Sources.named(source);
    resources = ResourceWords.names(resources, definition.names());
    for (String resource : resources) {
      definition.resource(resource.split("#", 2)[0]);
    }
    Site site = options.site(definition);
    Table table = new Table("resource", "", "phase");
    ExitStatus status = ExitStatus.COMPLETED;
    for (String resource : named(site)) {
      ObjectNode event =
          JsonNodeFactory.instance.objectNode().put("action", word(verb)).put("resource", resource);
      ObjectNode answer = site.ask(resource, event);
      status = status.and(status(answer.path("outcome").asText()));
      answer.path("resources").forEach(one -> show(table, site.connection(), (ObjectNode) one));
    }
    if (!json.isGiven()) {
      table.lines().forEach(spec.commandLine().getOut()::println);
    }
    return status.code();
  }

  private List<String> named(Site site) throws InterruptedException {
    if (!resources.isEmpty()) {
      return resources;
    }
    Set<String> run = new LinkedHashSet<>();
    ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
    site.ask("", ask)
        .path("resources")
        .forEach(one -> run.add(text(one, "resource").split("#", 2)[0]));
    if (run.isEmpty()) {
      throw new UsageException("no resource of " + site.connection() + " has run yet; name one");
    }
    return List.copyOf(run);
  }

  private static ExitStatus status(String outcome) {
    return outcome.equals("held") ? ExitStatus.IN_FLIGHT : ExitStatus.COMPLETED;
  }

  private void show(Table table, String connection, ObjectNode one) {
    if (json.isGiven()) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.put("schema", 1).put("connection", connection).put("action", word(verb));
      spec.commandLine().getOut().println(document.setAll(one));
    } else {
      table.row(text(one, "resource"), effect(text(one, "outcome")), text(one, "phase"));
    }
  }

  private static String effect(String outcome) {
    return switch (outcome) {
      case "held" -> "is just being published: ask again in a moment";
      case "unchanged" -> "nothing to change";
      default -> "done";
    };
  }

  private static String text(JsonNode one, String member) {
    return one.path(member).asText();
  }

  private static String word(OperatorVerb verb) {
    return verb.name().toLowerCase(Locale.ROOT);
  }
}
