package dev.tidemark.cli.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The function of one resource, as the template has it. */
record Block(String logicalId, JsonNode json, Template template) {
  /** What its schedule {@code name} sends; the parameter of the custom object is filled in. */
  Event.Sync event(String name) {
    JsonNode input = events().path(name).path("Properties").path("Input");
    String text = input.isTextual() ? input.textValue() : input.path("Fn::Sub").asText();
    String filled = text.replace("${CustomObject}", "apartment");
    try {
      return (Event.Sync)
          EventReader.read(new ByteArrayInputStream(filled.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode events() {
    return json.path("Properties").path("Events");
  }

  String resource() {
    return event("Sync").resource();
  }

  Resource declared() {
    return definition().resource(resource());
  }

  Definition definition() {
    return Sources.builtIn().contains(source())
        ? Sources.builtIn(source())
        : Sources.bundled(source(), Path.of("..", "sources"));
  }

  /** The source that its condition asks for. */
  String source() {
    JsonNode conditions = template.root().path("Conditions");
    JsonNode condition = conditions.path(json.path("Condition").asText());
    if (condition.has("Fn::And")) {
      condition = conditions.path(condition.path("Fn::And").path(0).path("Condition").asText());
    }
    JsonNode equal = condition.path("Fn::Equals");
    if (!equal.path(0).path("Ref").asText().equals("Source")) {
      throw new AssertionError(logicalId + " does not depend on the parameter Source");
    }
    return equal.path(1).asText();
  }

  /** Its source and its resource. */
  String place() {
    return source() + " " + resource();
  }
}
