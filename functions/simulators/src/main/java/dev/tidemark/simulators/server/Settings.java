package dev.tidemark.simulators.server;

import dev.tidemark.simulators.schedule.Planned;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How a simulator is started.
 *
 * @param port the port to listen on; 0 takes a free one
 * @param clock what the simulator takes for the time
 * @param resettable whether {@link Delivery.Reset} can send a real RST; costs one more copy of
 *     every byte
 * @param quirks what is planned before the first request
 */
public record Settings(
    int port, InstantSource clock, boolean resettable, List<Planned<? extends Quirk>> quirks) {
  public Settings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port not in 0..65535: " + port);
    }
    quirks = List.copyOf(quirks);
  }

  /** A free port, the system's clock, no quirk. */
  public static Settings defaults() {
    return new Settings(0, InstantSource.system(), false, List.of());
  }

  /** These settings with another port. */
  public Settings withPort(int changed) {
    return new Settings(changed, clock, resettable, quirks);
  }

  /** These settings with another clock. */
  public Settings withClock(InstantSource changed) {
    return new Settings(port, changed, resettable, quirks);
  }

  /** These settings with connections that can be reset. */
  public Settings withResets() {
    return new Settings(port, clock, true, quirks);
  }

  /** These settings with one more quirk. */
  public Settings with(Planned<? extends Quirk> quirk) {
    List<Planned<? extends Quirk>> more = new ArrayList<>(quirks);
    more.add(quirk);
    return new Settings(port, clock, resettable, more);
  }
}
