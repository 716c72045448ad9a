package dev.tidemark.simulators;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.Hooks;
import dev.tidemark.simulators.server.LoopbackServer;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.RequestLog;
import java.net.URI;
import java.util.Map;

/** One simulated API. It serves from its creation until it is closed. */
public interface Simulator extends AutoCloseable {
  /** What it is made of. */
  ServedApi served();

  /** The origin that stands for the vendor's: scheme, host and port, without a path. */
  default URI baseUri() {
    return served().server().uri();
  }

  /** The server that it answers by. */
  default LoopbackServer server() {
    return served().server();
  }

  /** The deviations that are planned; may be changed at any time. */
  default Plan<Quirk> quirks() {
    return served().quirks();
  }

  /** What a test does in the middle of requests. */
  default Hooks hooks() {
    return server().hooks();
  }

  /** What was asked so far. */
  default RequestLog log() {
    return server().log();
  }

  /** The records. */
  default Dataset dataset() {
    return served().dataset();
  }

  /** The records of one resource. */
  default Collection collection(String resource) {
    return dataset().collection(resource);
  }

  /** What an honest full walk of a resource would land now: id to compact JSON. */
  default Map<String, String> truth(String resource) {
    return collection(resource).truth();
  }

  @Override
  default void close() {
    server().close();
  }
}
