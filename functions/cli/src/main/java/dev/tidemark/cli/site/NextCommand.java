package dev.tidemark.cli.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.home.Home;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Sources;
import java.nio.file.Path;

/**
 * What resumes a run in a home in which no process works: a command, since no sweep and no schedule
 * runs there.
 */
record NextCommand(Home home, String connection) {
  private static final String DEFAULT_HOME = ".tidemark";

  /** Puts the command into the advice of each resource of {@code status} that needs one. */
  void advise(ObjectNode status) {
    for (JsonNode one : status.path("resources")) {
      ObjectNode resource = (ObjectNode) one;
      if (ResourceKey.parse(connection, name(resource)).isSlice()) {
        continue;
      }
      String command = command(resource);
      switch (resource.path("phase").asText()) {
        case "in-flight", "sealed" ->
            resource.put("advice", "no process works on it; resume it: " + command);
        case "waiting" ->
            resource.put("advice", "no process works on it; resume it then: " + command);
        case "failed" -> resource.put("advice", "fix what the reason says, then: " + command);
        case "idle" -> {
          if (resource.path("checkpoint").isNull() && !name(resource).contains("#")) {
            resource.put("advice", "no run of it has completed yet: " + command);
          }
        }
        default -> {
          // Paused and damaged ones have another remedy, which the advice names already.
        }
      }
    }
  }

  private String command(ObjectNode resource) {
    ResourceKey key = ResourceKey.parse(connection, name(resource));
    StringBuilder command = new StringBuilder("tidemark ");
    command.append(verb(key)).append(' ').append(source()).append(' ').append(key.resource());
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
    if (!Sources.builtIn().contains(connection)) {
      command.append(" --connection ").append(connection);
    }
    if (!home.folder().equals(Path.of(DEFAULT_HOME).toAbsolutePath().normalize())) {
      command.append(" --home ").append(home.folder());
    }
    return command.toString();
  }

  private static String verb(ResourceKey key) {
    if (key.variant().startsWith("range-")) {
      return "backfill";
    }
    return key.variant().startsWith("refresh-") ? "refresh" : "sync";
  }

  /** A connection bears its source's name unless another was given. */
  private String source() {
    return Sources.builtIn().contains(connection) ? connection : "SOURCE";
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
