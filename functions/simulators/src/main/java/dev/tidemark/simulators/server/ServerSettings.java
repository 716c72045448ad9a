package dev.tidemark.simulators.server;

import java.time.InstantSource;

/**
 * How a simulator is started.
 *
 * @param clock what the simulator takes for the time
 * @param resettable whether {@link Delivery.Reset} can send a real RST; costs one more copy of
 *     every byte
 * @param port where it listens; 0 for a free one
 */
public record ServerSettings(InstantSource clock, boolean resettable, int port) {
  private static final int MAX_PORT = 65_535;

  public ServerSettings {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port not in 0..65535: " + port);
    }
  }

  /** The system's clock and no resets. */
  public static ServerSettings defaults() {
    return new ServerSettings(InstantSource.system(), false, 0);
  }

  /** These settings with another clock. */
  public ServerSettings withClock(InstantSource changed) {
    return new ServerSettings(changed, resettable, port);
  }

  /** These settings with connections that can be reset. */
  public ServerSettings withResets() {
    return new ServerSettings(clock, true, port);
  }

  /** These settings with another port. */
  public ServerSettings withPort(int changed) {
    return new ServerSettings(clock, resettable, changed);
  }
}
