package dev.tidemark.cli.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import java.util.List;

/** A connection in a place that carries out events and answers. */
public interface Site {
  /** The connection's name. */
  String connection();

  /**
   * What the function of {@code resource} answers to {@code event}; any function's answer where
   * {@code resource} is empty.
   *
   * @throws dev.tidemark.cli.exit.UsageException if there is no such function, or it refuses the
   *     event
   */
  ObjectNode ask(String resource, ObjectNode event) throws InterruptedException;

  /** The resources that have published anything, or may. */
  List<String> resources();

  /** Whether {@code resource}, a run beside it included, is one that was run here or may be. */
  default boolean knows(String resource) {
    return resources().contains(resource.split("#", 2)[0]);
  }

  /** Removes the objects at {@code keys}, which nothing may list or come to list. */
  void remove(List<String> keys);

  /** What is published here. */
  Lake lake();

  /**
   * The completed runs of {@code resource} and beside it, by the time at which they began.
   *
   * @throws IllegalStateException if a manifest cannot be read; the message names it
   */
  List<PublishedRun> runs(String resource);
}
