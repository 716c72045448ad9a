package dev.tidemark.rest.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How bounds in time are written, and how far apart they may be. */
public record BoundForm(
    @Doc("How the bounds are written.") @Default("iso-8601") TimeFormat format,
    @Doc(
            "The zone that the API reads bounds without an offset in: UTC, an offset such as"
                + " +02:00, a region such as Europe/Berlin, or account where each account has its"
                + " own.")
        @Nullable BoundZone zone,
    @Flat Windows windows) {
  public BoundForm {
    Zones.check("format", format, zone != null);
    if (zone != null && zone.offset() == null && !format.needsZone()) {
      throw new IllegalArgumentException(
          "filter.zone: "
              + (zone.isOfAccount() ? BoundZone.ACCOUNT : zone)
              + " with format: "
              + Names.kebab(format.name())
              + ": such a bound says its offset itself; leave zone out, or write format: date or"
              + " iso-8601-local if the API takes no offset");
    }
  }

  /**
   * How much a next run has to read again at least: by whole days, the longest that a day can lie
   * elsewhere than the API's own, whatever zone it counts days in.
   */
  public Duration leastLookback() {
    return format == TimeFormat.DATE ? Duration.ofHours(BoundZone.WIDEST_HOURS) : Duration.ZERO;
  }

  /** Whether bounds are meant in a zone that differs from account to account. */
  public boolean ofAccount() {
    return zone != null && zone.isOfAccount();
  }

  /** Bounds that may be any time apart. */
  public BoundForm(TimeFormat format, @Nullable BoundZone zone) {
    this(format, zone, new Windows(null, null));
  }
}
