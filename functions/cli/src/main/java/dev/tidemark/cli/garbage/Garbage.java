package dev.tidemark.cli.garbage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import dev.tidemark.core.lake.Keys;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.LegRecord;
import dev.tidemark.lake.LegRecords;
import dev.tidemark.lake.PublishedRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The objects of one resource that no manifest lists and none can come to list.
 *
 * <p>Three looks, in this order: which objects there are, which runs the states hold, what the
 * manifests list. A run publishes its manifest before its state lets go of it, so that one that is
 * held by no state in the second look is either listed in the third or never will be: a run that is
 * begun later has another id, and takes over batches of runs that a state holds only.
 */
public final class Garbage {
  /** Who gave up a run by mistake has so long to look at what it had. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** Of a run of which nothing is remembered only its begin is known. */
  private static final Duration KEPT_UNTOLD = Duration.ofDays(30);

  /** How long legs are remembered. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private final Site site;
  private final ResourceKey resource;
  private final Instant now;
  private final Map<String, List<String>> byRun = new TreeMap<>();

  private Garbage(Site site, ResourceKey resource, Instant now) {
    this.site = site;
    this.resource = resource;
    this.now = now;
  }

  /**
   * Finds that of {@code name}.
   *
   * @throws UsageException if a state cannot be read, or functions are too old to say what it holds
   */
  public static Garbage of(Site site, String name, Instant now) throws InterruptedException {
    Garbage garbage = new Garbage(site, ResourceKey.of(site.connection(), name), now);
    garbage.find();
    return garbage;
  }

  private void find() throws InterruptedException {
    Lake lake = site.lake();
    List<String> written = lake.written(resource);
    Set<String> held = held();
    Set<String> listed = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (PublishedRun run : site.runs(resource.resource())) {
      told.add(run.run());
      run.objects()
          .forEach(object -> {
            listed.add(object.key());
            told.add(Keys.writer(object.key()));
          });
    }
    Map<String, Boolean> old = new HashMap<>();
    LegRecords legs = lake.legs(resource);
    for (String key : written) {
      String run = Keys.writer(key);
      // What lies beside the lines of a listed batch is read with them.
      boolean needed = listed.contains(key) || (told.contains(run) && !Keys.isLines(key));
      if (!run.isEmpty()
          && !needed
          && !held.contains(run)
          && old.computeIfAbsent(run, id -> isOld(id, legs))) {
        byRun.computeIfAbsent(run, _ -> new ArrayList<>()).add(key);
      }
    }
    forgetOldLegs(legs, held);
  }

  private void forgetOldLegs(LegRecords legs, Set<String> held) {
    for (String run : legs.runs()) {
      if (!held.contains(run) && new RunId(run).created().plus(REMEMBERED).isBefore(now)) {
        byRun.computeIfAbsent(run, _ -> new ArrayList<>()).addAll(legs.keys(run));
      }
    }
  }

  /** The runs whose objects a state may yet come to list. */
  private Set<String> held() throws InterruptedException {
    ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
    Set<String> held = new HashSet<>();
    for (JsonNode one : site.ask("", ask).path("resources")) {
      if (one.path("phase").asText().equals("damaged")) {
        throw new UsageException(
            "nothing was removed: " + one.path("advice").asText() + "; then ask again");
      }
      if (one.path("run").isTextual() && !one.path("holds").isArray()) {
        throw new UsageException(
            "nothing was removed: the functions of this stack are of an earlier version and do not"
                + " say which runs they hold; deploy it again");
      }
      one.path("holds").forEach(run -> held.add(run.asText()));
    }
    return held;
  }

  private boolean isOld(String run, LegRecords legs) {
    List<LegRecord> told = legs.of(run);
    return told.isEmpty()
        ? new RunId(run).created().plus(KEPT_UNTOLD).isBefore(now)
        : told.getLast().ended().plus(KEPT).isBefore(now);
  }

  /** The keys by the run that wrote them. */
  public Map<String, List<String>> byRun() {
    return byRun;
  }

  /** Removes them all. */
  public void remove() {
    byRun.values().forEach(site::remove);
  }
}
