package dev.tidemark.sync.wiring;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which function runs which resource. All of a stack's functions can run any of them: the one that
 * is named keeps a resource's invocations apart from the others', and what has none is run by the
 * first.
 */
public record Functions(Map<String, String> byResource) {
  private static final String EVERYTHING = "*";

  public Functions {
    if (byResource.isEmpty()) {
      throw new IllegalArgumentException("no function runs any resource");
    }
    byResource = new LinkedHashMap<>(byResource);
  }

  /** One function for everything, which is what a local run has. */
  public static Functions only(String function) {
    return new Functions(Map.of(EVERYTHING, function));
  }

  /**
   * Reads {@code deals=acme-LevDeals-1AB contacts=…}, as template.yaml writes it.
   *
   * @throws IllegalArgumentException if it cannot be understood
   */
  public static Functions parse(String text) {
    Map<String, String> functions = new LinkedHashMap<>();
    for (String pair : text.strip().split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new IllegalArgumentException("\"" + pair + "\" is not <resource>=<function>");
      }
      functions.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new Functions(functions);
  }

  /**
   * The resources that have a function, of those that are {@code children} of others or of those
   * that are not; one function for everything runs whatever needs no argument.
   */
  public List<String> running(Definition definition, boolean children) {
    if (byResource.containsKey(EVERYTHING)) {
      return definition.runnable(children);
    }
    return byResource.keySet().stream()
        .filter(name -> children == (definition.resource(name).kin().parent() != null))
        .toList();
  }

  /** The name or ARN of the function that runs {@code key}, a run beside its resource included. */
  public String of(ResourceKey key) {
    String own = byResource.get(key.resource());
    return own == null ? byResource.values().iterator().next() : own;
  }
}
