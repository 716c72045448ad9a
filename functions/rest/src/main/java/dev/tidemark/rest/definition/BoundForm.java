package dev.tidemark.rest.definition;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How bounds in time are written, and how far apart they may be. */
public record BoundForm(
    @Doc("How the bounds are written.") @Default("iso-8601") TimeFormat format,
    @Doc("The zone that bounds without an offset are written in: UTC, or an offset such as +02:00.")
        @Nullable ZoneOffset zone,
    @Flat Windows windows) {
  public BoundForm {
    Zones.check("format", format, zone);
  }

  /** Bounds that may be any time apart. */
  public BoundForm(TimeFormat format, @Nullable ZoneOffset zone) {
    this(format, zone, new Windows(null, null));
  }
}
