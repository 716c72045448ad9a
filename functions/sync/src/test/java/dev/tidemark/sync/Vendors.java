package dev.tidemark.sync;

import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.server.ServerSettings;
import dev.tidemark.simulators.zendesk.Zendesk;

/** The simulated vendors, by the names of their definitions. */
final class Vendors {
  private Vendors() {}

  static Simulator start(String source, ServerSettings settings, DatasetPlan plan) {
    return switch (source) {
      case "lev" -> Lev.start(settings, plan);
      case "askelephant" -> AskElephant.start(settings, plan);
      default -> Zendesk.start(settings, plan);
    };
  }

  /** What the vendor lets in. */
  static String credential(String source) {
    return switch (source) {
      case "lev" -> Lev.API_KEY;
      case "askelephant" -> AskElephant.API_KEY;
      default ->
          "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
              .formatted(Zendesk.CLIENT_ID, Zendesk.CLIENT_SECRET);
    };
  }
}
