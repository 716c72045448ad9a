package dev.tidemark.rest.standin;

import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.zendesk.Zendesk;

/** The simulated APIs by the names of their definitions. */
public final class BuiltInApi {
  private BuiltInApi() {}

  /** The API of {@code source}. */
  public static Simulator start(String source, DatasetPlan plan) {
    return switch (source) {
      case "lev" -> Lev.start(plan);
      case "askelephant" -> AskElephant.start(plan);
      default -> Zendesk.start(plan);
    };
  }

  /** A credential that it lets in at once. */
  public static String credential(String source) {
    return switch (source) {
      case "lev" -> Lev.API_KEY;
      case "askelephant" -> AskElephant.API_KEY;
      default -> "{\"accessToken\":\"" + Zendesk.OAUTH_TOKEN + "\"}";
    };
  }
}
