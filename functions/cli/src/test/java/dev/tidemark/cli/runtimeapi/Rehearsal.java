package dev.tidemark.cli.runtimeapi;

import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.Deployment;
import dev.tidemark.sync.wiring.Wiring;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The deployed wiring but for two things: the way to the API ends at this machine, which a deployed
 * function refuses, and the clock can be set.
 */
final class Rehearsal {
  static final String ORIGIN = "REHEARSAL_ORIGIN";
  static final String CLOCK = "REHEARSAL_CLOCK";

  private Rehearsal() {}

  static Wiring wiring(Map<String, String> environment) {
    URI origin = URI.create(Objects.requireNonNull(environment.get(ORIGIN)));
    SetClock clock = new SetClock(Path.of(Objects.requireNonNull(environment.get(CLOCK))));
    Wiring deployed = Deployment.wiring(environment, clock);
    return new Wiring(
        deployed.connection(),
        new ApiAccess(
            deployed.api().sources(),
            () -> new Rerouted(new HttpTransport(EgressPolicy.ANY), origin)),
        deployed.persistence(),
        deployed.invokers(),
        deployed.limits());
  }
}
