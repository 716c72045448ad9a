package dev.tidemark.certify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a certificate is about.
 *
 * @param source what the definition is called
 * @param sha256 of the definition's bytes, in hexadecimal
 * @param versions of what it was tried with
 * @param scale how much was tried
 * @param assumed what the user said of the API
 */
public record Heading(
    String source, String sha256, Versions versions, Scale scale, List<String> assumed) {
  /** Versions of this program and of Java. */
  public record Versions(String tidemark, String java) {}

  public Heading {
    assumed = List.copyOf(assumed);
  }

  void into(ObjectNode json) {
    json.put("source", source)
        .put("definition", sha256)
        .put("tidemark", versions.tidemark())
        .put("java", versions.java())
        .put("records", scale.records())
        .put("seed", scale.seed());
    assumed.forEach(json.putArray("assumed")::add);
  }

  /** The lines of it. */
  public String lines() {
    return """
    certificate of %s
      definition sha256 %s
      tidemark %s, Java %s, %d records of each resource, seed %d
      assumed: %s
    """
        .formatted(
            source,
            sha256,
            versions.tidemark(),
            versions.java(),
            scale.records(),
            scale.seed(),
            assumed.isEmpty() ? "that the API is as declared" : String.join(", ", assumed));
  }
}
