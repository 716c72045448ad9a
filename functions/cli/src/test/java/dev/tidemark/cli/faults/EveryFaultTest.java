package dev.tidemark.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.lambda.Ending;
import dev.tidemark.cli.process.Api;
import dev.tidemark.cli.process.Lake;
import dev.tidemark.cli.process.SmallBatches;
import dev.tidemark.cli.runtimeapi.Cloud;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.wire.OneFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every kind of fault at every call that a run makes, one at a time (every ninth case, and deeper
 * the others). The client that meets it tries again by itself, is refused by its own first attempt
 * where that was carried out, and the run neither fails nor publishes anything twice.
 */
@Isolated("keeps every core busy")
final class EveryFaultTest {
  private static final int RECORDS = 110;
  private static final int AT_ONCE = 6;

  @Test
  @Tag("deep")
  void a_lone_fault_of_s3_or_dynamodb_fails_no_leg_and_loses_nothing() throws Exception {
    Path objects = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "faults");
    try (Cloud cloud = new Cloud(objects);
        Api lev = Api.lev(DatasetPlan.of(5, RECORDS).withNastyShare(0.05));
        ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      int number = 0;
      for (Place place : Place.values()) {
        for (Kind kind : Kind.values()) {
          if (Depth.tries(number++, 9, 1)) {
            all.add(runs.submit(() -> survives(cloud, lev, place, kind)));
          }
        }
      }
      for (Future<?> one : all) {
        one.get();
      }
      System.out.println("faults of S3 and DynamoDB, one a run: " + all.size() + " cases");
      int first = (number + 8) / 9;
      assertThat(all).hasSize(Depth.of(first, number - first)).hasSizeGreaterThan(10);
    }
  }

  private static Void survives(Cloud cloud, Api lev, Place place, Kind kind)
      throws InterruptedException, IOException {
    String name = (place + "-" + kind).toLowerCase(Locale.ROOT).replace('_', '-');
    OneFault fault = new OneFault(place.meant(), kind.at(place));
    try (FaultedRun run = new FaultedRun(cloud, source(name, lev), fault)) {
      List<Ending> endings = run.run("deals");
      assertThat(endings).as(name).allMatch(one -> one instanceof Ending.Answered).hasSize(2);
    }
    // An answer without a body may say enough although it is cut.
    assertThat(fault.met()).as(name).isGreaterThan(kind == Kind.ANSWER_CUT ? 0 : 1);
    Lake lake = new Lake(cloud.bucket(), name);
    assertThat(lake.state("deals")).as(name).isEqualTo(new TreeMap<>(lev.truth("deals")));
    assertThat(lake.published("deals")).as(name).hasSize(RECORDS);
    assertThat(lake.manifests("deals")).as(name).hasSize(1);
    return null;
  }

  /** Six pages in three batches. */
  private static SourceConnection source(String connection, Api lev) {
    Definition definition = DefinitionReader.read("small.yaml", SmallBatches.text(lev.source(), 2));
    return SourceConnection.open(
        connection,
        definition,
        BaseUrl.of(lev.simulator().baseUri().toString(), true),
        Settings.of(definition, Map.of("pageSize", "20", "rate", "off")),
        Credential.of(lev.secret()));
  }
}
