package dev.tidemark.simulators;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.LoopbackServer;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.server.ServerSettings;
import dev.tidemark.simulators.server.Vendor;

/** What every simulator is made of: its records, its planned deviations and its server. */
public record ServedApi(Dataset dataset, Plan<Quirk> quirks, LoopbackServer server) {
  /**
   * Starts serving.
   *
   * @param own the family of the vendor's own quirks; those of pages, replies and the wire are
   *     known to every simulator
   */
  public static ServedApi start(
      ServerSettings settings, Dataset dataset, Vendor vendor, Class<? extends Quirk> own) {
    Plan<Quirk> quirks =
        new Plan<>(quirk ->
            own.isInstance(quirk)
                || quirk instanceof PageQuirk
                || quirk instanceof ReplyQuirk
                || quirk instanceof Delivery);
    return new ServedApi(dataset, quirks, new LoopbackServer(settings, vendor, quirks));
  }
}
