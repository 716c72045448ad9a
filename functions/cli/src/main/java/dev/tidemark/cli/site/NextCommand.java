package dev.tidemark.cli.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.home.Home;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Sources;
import java.nio.file.Path;

/**
 * The command that brings a resource further, ready to be copied.
 *
 * @param connection whose resources are spoken of
 * @param source what commands call it
 * @param place the options that name the home or the stack; empty for the default home
 * @param swept whether a sweep and schedules run there, as in a stack: in a home in which no
 *     process works nothing is resumed by itself
 */
record NextCommand(String connection, String source, String place, boolean swept) {
  private static final String DEFAULT_HOME = ".tidemark";

  /** What an operator does not know: the path of a definition. */
  private static final String UNKNOWN = "SOURCE";

  /** In {@code home}, where no process works. */
  static NextCommand in(Home home, String connection) {
    boolean builtIn = Sources.builtIn().contains(connection);
    String account = builtIn ? "" : " --connection " + connection;
    boolean byDefault = home.folder().equals(Path.of(DEFAULT_HOME).toAbsolutePath().normalize());
    // A connection bears its source's name unless another was given.
    return new NextCommand(
        connection,
        builtIn ? connection : UNKNOWN,
        account + (byDefault ? "" : " --home " + home.folder()),
        false);
  }

  /** In {@code stack}, whose functions said {@code status}. */
  static NextCommand in(Stack stack, ObjectNode status) {
    String source = status.path("source").asText("");
    boolean named = Sources.builtIn().contains(source);
    return new NextCommand(
        stack.connection(), named ? source : UNKNOWN, " --stack " + stack.name(), true);
  }

  /** Puts the command into the advice of each resource of {@code status} that needs one. */
  void advise(ObjectNode status) {
    for (JsonNode one : status.path("resources")) {
      ObjectNode resource = (ObjectNode) one;
      if (!ResourceKey.parse(connection, name(resource)).isSlice()) {
        advise(resource, resource.path("phase").asText());
      }
    }
  }

  private void advise(ObjectNode resource, String phase) {
    String command = command(resource);
    switch (phase) {
      case "in-flight", "sealed" -> {
        if (!swept) {
          needs(resource, "no process works on it; resume it: ", command);
        }
      }
      case "waiting" -> {
        if (!swept) {
          needs(resource, "no process works on it; resume it then: ", command);
        }
      }
      case "failed" -> needs(resource, "fix what the reason says, then run: ", command);
      case "paused" -> {
        String resume = "tidemark resume " + source + " " + name(resource) + place;
        resource.put("command", resume).put("advice", "paused by an operator; run: " + resume);
      }
      case "idle" -> {
        if (resource.path("checkpoint").isNull() && !name(resource).contains("#")) {
          String advice = "no run of it has completed yet; run: " + command;
          resource.put("command", command).put("advice", advice).put("needsOperator", !swept);
        }
      }
      default -> {
        // A damaged one has another remedy, which the advice names already.
      }
    }
  }

  private static void needs(ObjectNode resource, String advice, String command) {
    resource.put("command", command).put("advice", advice + command).put("needsOperator", true);
  }

  private String command(ObjectNode resource) {
    ResourceKey key = ResourceKey.parse(connection, name(resource));
    StringBuilder command = new StringBuilder("tidemark ");
    command.append(verb(key)).append(' ').append(source).append(' ').append(key.resource());
    resource.path("ids").forEach(id -> command.append(' ').append(id.asText()));
    if (key.variant().equals(ResourceKey.RECONCILE)) {
      command.append(" --mode reconcile");
    }
    option(command, "--max-records", resource.path("maxRecords"));
    option(command, "--slices", resource.at("/slices/atATime"));
    if (key.variant().startsWith("range-")) {
      option(command, "--from", resource.at("/bounds/from"));
      option(command, "--until", resource.at("/bounds/until"));
    }
    return command.append(place).toString();
  }

  private static String verb(ResourceKey key) {
    if (key.variant().startsWith("range-")) {
      return "backfill";
    }
    return key.variant().startsWith("refresh-") ? "refresh" : "sync";
  }

  private static void option(StringBuilder command, String name, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      command.append(' ').append(name).append(' ').append(value.asText());
    }
  }

  private static String name(ObjectNode resource) {
    return resource.path("resource").asText();
  }
}
