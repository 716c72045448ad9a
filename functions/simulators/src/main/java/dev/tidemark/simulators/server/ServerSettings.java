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
public record ServerSettings(
    int port, InstantSource clock, boolean resettable, List<Planned<? extends Quirk>> quirks) {
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port not in 0..65535: " + port);
    }
    quirks = List.copyOf(quirks);
  }

  /** A free port, the system's clock, no quirk. */
  public static ServerSettings defaults() {
    return new ServerSettings(0, InstantSource.system(), false, List.of());
  }

  /** These settings with another port. */
  public ServerSettings withPort(int changed) {
    return new ServerSettings(changed, clock, resettable, quirks);
  }

  /** These settings with another clock. */
  public ServerSettings withClock(InstantSource changed) {
    return new ServerSettings(port, changed, resettable, quirks);
  }

  /** These settings with connections that can be reset. */
  public ServerSettings withResets() {
    return new ServerSettings(port, clock, true, quirks);
  }

  /** These settings with one more quirk. */
  public ServerSettings with(Planned<? extends Quirk> quirk) {
    List<Planned<? extends Quirk>> more = new ArrayList<>(quirks);
    more.add(quirk);
    return new ServerSettings(port, clock, resettable, more);
  }
}
