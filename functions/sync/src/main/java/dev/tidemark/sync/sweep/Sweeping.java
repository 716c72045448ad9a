package dev.tidemark.sync.sweep;

import dev.tidemark.aws.telemetry.ConnectionMetrics;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.sync.wiring.Deployment;
import dev.tidemark.sync.wiring.Environment;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.Wiring;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a deployed sweep is made of.
 *
 * @param watches one for each sweep
 */
public record Sweeping(Wiring wiring, Functions functions, Supplier<Watch> watches) {
  /** What the sweep of a stack works with, by its environment. */
  public static Sweeping deployed(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Wiring wiring = Deployment.wiring(variables);
    Functions functions = Functions.parse(environment.required("TIDEMARK_FUNCTIONS"));
    Map<String, Duration> allowed = allowed(environment, functions);
    ConnectionMetrics metrics = environment.metrics(wiring.limits().clock());
    return new Sweeping(wiring, functions, () -> new Freshness(allowed, metrics));
  }

  /** How old each resource may be that has a function. */
  public static Map<String, Duration> allowed(Environment environment, Functions functions) {
    Definition definition = environment.definition();
    Duration most = environment.duration("TIDEMARK_LATE_AFTER");
    Duration children = environment.duration("TIDEMARK_CHILDREN_LATE_AFTER");
    Map<String, Duration> allowed = new LinkedHashMap<>();
    for (String resource : functions.byResource().keySet()) {
      boolean child = definition.resource(resource).kin().parent() != null;
      allowed.put(resource, child ? children : most);
    }
    return allowed;
  }
}
