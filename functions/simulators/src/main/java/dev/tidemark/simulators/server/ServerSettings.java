package dev.tidemark.simulators.server;

import java.time.InstantSource;

/**
 * How a simulator is started, on a free port.
 *
 * @param clock what the simulator takes for the time
 * @param resettable whether {@link Delivery.Reset} can send a real RST; costs one more copy of
 *     every byte
 */
public record ServerSettings(InstantSource clock, boolean resettable) {
  /** The system's clock and no resets. */
  public static ServerSettings defaults() {
    return new ServerSettings(InstantSource.system(), false);
  }

  /** These settings with another clock. */
  public ServerSettings withClock(InstantSource changed) {
    return new ServerSettings(changed, resettable);
  }

  /** These settings with connections that can be reset. */
  public ServerSettings withResets() {
    return new ServerSettings(clock, true);
  }
}
