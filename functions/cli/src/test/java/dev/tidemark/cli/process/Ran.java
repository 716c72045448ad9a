package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that has ended.
 *
 * @param status what it exited with
 * @param took from its start, or from the signal that ended it
 */
record Ran(int status, String out, String err, Duration took) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The documents on standard output, which holds nothing else. */
  List<JsonNode> documents() {
    List<JsonNode> documents = new ArrayList<>();
    for (String line : out.lines().toList()) {
      try {
        documents.add(JSON.readTree(line));
      } catch (IOException e) {
        throw new AssertionError("not a document: " + line, e);
      }
    }
    return documents;
  }

  /** The same, whose output is one line. */
  Ran withoutLineBreaks() {
    return new Ran(status, out.replace("\n", " "), err, took);
  }

  /** The document of {@code resource}. */
  JsonNode document(String resource) {
    List<JsonNode> all =
        documents().stream()
            .filter(document -> document.path("resource").asText().equals(resource))
            .toList();
    assertThat(all).as("documents of %s in %s; stderr: %s", resource, out, err).hasSize(1);
    return all.getFirst();
  }

  /** A text in the document of {@code resource}. */
  String text(String resource, String member) {
    return document(resource).path(member).asText();
  }

  /** A number in the document of {@code resource}. */
  long count(String resource, String member) {
    assertThat(document(resource).path(member).isIntegralNumber()).as(member).isTrue();
    return document(resource).path(member).asLong();
  }

  /** The same, which must have exited with {@code expected}. */
  Ran exited(int expected) {
    assertThat(status).as("exit status; stdout: %s; stderr: %s", out, err).isEqualTo(expected);
    return this;
  }

  /** The one sentence for a person on standard error. */
  String sentence() {
    List<String> sentences = err.lines().filter(line -> !line.startsWith("see: ")).toList();
    assertThat(sentences).as("sentences on standard error").hasSize(1);
    assertThat(sentences.getFirst()).startsWith("tidemark: ");
    return sentences.getFirst();
  }
}
