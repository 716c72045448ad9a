package dev.tidemark.simulators;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.Hooks;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.RequestLog;
import java.net.URI;
import java.util.Map;

/** One simulated API. It serves from its creation until it is closed. */
public interface Simulator extends AutoCloseable {
  /** The origin that stands for the vendor's: scheme, host and port, without a path. */
  URI baseUri();

  /** The deviations that are planned; may be changed at any time. */
  Plan<Quirk> quirks();

  /** What a test does in the middle of requests. */
  Hooks hooks();

  /** What was asked so far. */
  RequestLog log();

  /** The records. */
  Dataset dataset();

  /** The records of one resource. */
  default Collection collection(String resource) {
    return dataset().collection(resource);
  }

  /** What an honest full walk of a resource would land now: id to compact JSON. */
  Map<String, String> truth(String resource);

  @Override
  void close();
}
