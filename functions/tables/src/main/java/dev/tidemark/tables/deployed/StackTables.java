package dev.tidemark.tables.deployed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.AwsClients;
import dev.tidemark.aws.Endpoint;
import dev.tidemark.aws.glue.GlueCalls;
import dev.tidemark.aws.lambda.LambdaInvoker;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.core.plan.Pause;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.event.EventWriter;
import dev.tidemark.sync.wiring.Environment;
import dev.tidemark.sync.wiring.Invoker;
import dev.tidemark.sync.wiring.SystemPause;
import dev.tidemark.tables.LakeTables;
import dev.tidemark.tables.Refreshed;
import dev.tidemark.tables.TableRefresh;
import dev.tidemark.tables.TableRefresh.Subject;
import dev.tidemark.tables.TableRefresh.Taken;
import dev.tidemark.tables.bucket.BucketFiles;
import dev.tidemark.tables.glue.GlueCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The tables of a stack's connection: those of a database of Glue, with their files in the stack's
 * bucket.
 *
 * <p>Runs are taken in portions, a commit each, for as long as the invocation has the time of one
 * more; what is left is asked for anew. Which invocation takes a run, and whether two try to, is
 * decided by the commit alone.
 */
public final class StackTables {
  /** Lines of which a portion of several runs has no more. A million takes about a minute. */
  private static final long PORTION = 1_000_000;

  /**
   * The hour of the day, UTC, in which the sweep's event has files tidied as well: to look at what
   * the snapshots of a table name costs more than most runs do.
   */
  private static final int TIDIED = 3;

  private final DescribedSource source;
  private final Place place;
  private final Platform platform;

  /**
   * From where to where.
   *
   * @param lake what is published
   * @param database of the catalog, in which the tables are
   * @param temporary an existing folder
   */
  public record Place(Lake lake, LakeTables tables, String database, Path temporary) {}

  /**
   * What the function runs on.
   *
   * @param invokers sends to the function of an ARN
   */
  public record Platform(Function<String, Invoker> invokers, StackLog log, InstantSource clock) {}

  /**
   * An invocation.
   *
   * @param arn of the function
   * @param millis how long it may last
   */
  public record Leg(String arn, long millis) {
    /** A third of the time is kept for what was begun. */
    Instant soft(Instant now) {
      return now.plusMillis(millis - millis / 3);
    }
  }

  /**
   * @param source whose resources have tables
   */
  public StackTables(DescribedSource source, Place place, Platform platform) {
    this.source = source;
    this.place = place;
    this.platform = platform;
  }

  /** Those of the stack whose function has this environment. */
  public static StackTables deployed(Map<String, String> variables, InstantSource clock) {
    Environment environment = new Environment(variables);
    DescribedSource source = environment.described();
    Pause pause = new SystemPause(clock, () -> false);
    S3Objects objects =
        new S3Objects(
            AwsClients.s3(Endpoint.ofS3(variables)),
            environment.required("TIDEMARK_BUCKET"),
            pause);
    String database = environment.required("TIDEMARK_DATABASE");
    GlueCatalog catalog =
        new GlueCatalog(
            new GlueCalls(AwsClients.glue(Endpoint.ofGlue(variables)), database, pause),
            database,
            new BucketFiles(objects));
    String root = objects.place("tables/" + source.connection());
    return new StackTables(
        source,
        new Place(new Lake(objects), new LakeTables(catalog, root), database, Path.of("/tmp")),
        new Platform(
            arn -> new LambdaInvoker(AwsClients.lambda(Endpoint.AWS), arn)::send,
            environment.log(System.out, clock),
            clock));
  }

  /**
   * Takes what is published of {@code resource} and not in its tables yet. What fails for one
   * resource fails the invocation after the others had their turn.
   *
   * @param resource a name, or {@code *} for all that are published
   * @return what became of each table that took a run, and which resources have runs left
   */
  public ObjectNode refresh(String resource, Leg leg) {
    InstantSource clock = platform.clock();
    Instant soft = leg.soft(clock.instant());
    BooleanSupplier spent = () -> !clock.instant().isBefore(soft);
    boolean tidies =
        resource.equals(Event.EVERY_RESOURCE)
            && clock.instant().atOffset(ZoneOffset.UTC).getHour() == TIDIED;
    Outcome outcome = new Outcome();
    for (String name : names(resource)) {
      try {
        if (spent.getAsBoolean() || !take(name, tidies, spent, outcome)) {
          outcome.left.add(name);
        }
      } catch (RuntimeException | IOException e) {
        platform.log().write("ERROR", "tables-failed", name, String.valueOf(e.getMessage()));
        outcome.failed(name, e);
      }
    }
    askAgain(outcome, leg);
    outcome.end();
    return outcome.json();
  }

  private List<String> names(String resource) {
    if (!resource.equals(Event.EVERY_RESOURCE)) {
      if (!isKnown(resource)) {
        throw new EventException(
            "resource \"" + resource + "\" is none of " + source.definition().source());
      }
      return List.of(resource);
    }
    // What an earlier definition named has no columns now: its tables stay as they are.
    return place.lake().resources(source.connection()).stream().filter(this::isKnown).toList();
  }

  private boolean isKnown(String resource) {
    try {
      source.definition().resource(resource);
      return true;
    } catch (DefinitionException e) {
      return false;
    }
  }

  private boolean take(String name, boolean tidies, BooleanSupplier spent, Outcome outcome)
      throws IOException {
    ResourceKey key = ResourceKey.of(source.connection(), name);
    Subject subject =
        new Subject(
            key,
            place.database(),
            source.plan(key).form().schema(),
            new LineRecall(source.definition().resource(name)));
    TableRefresh refresh =
        new TableRefresh(place.tables(), place.lake(), subject, place.temporary());
    Taken taken = refresh.run(PORTION, spent);
    for (Refreshed one : taken.tables()) {
      platform.log().write("INFO", "table-refreshed", name, outcome.took(one));
    }
    if (tidies && taken.whole()) {
      refresh.tidy(platform.clock(), spent);
    }
    return taken.whole();
  }

  /** Only where something was taken: an invocation that gets nowhere is not repeated at once. */
  private void askAgain(Outcome outcome, Leg leg) {
    if (outcome.tables.isEmpty()) {
      return;
    }
    for (String name : outcome.left) {
      platform.invokers().apply(leg.arn()).send(EventWriter.tables(name));
    }
  }

  /** What came of an invocation. */
  private static final class Outcome {
    private final List<ObjectNode> tables = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<IllegalStateException> broken = new ArrayList<>();

    ObjectNode took(Refreshed one) {
      ObjectNode table =
          JsonNodeFactory.instance
              .objectNode()
              .put("table", one.table())
              .put("runs", one.runs().size())
              .put("entered", one.entered())
              .put("ended", one.ended())
              .put("deletes", one.deletes());
      if (!one.misfits().isEmpty()) {
        one.misfits().forEach(table.putObject("misfits")::put);
      }
      tables.add(table);
      return table;
    }

    void failed(String name, Exception e) {
      broken.add(
          new IllegalStateException("the tables of " + name + " failed: " + e.getMessage(), e));
    }

    void end() {
      if (!broken.isEmpty()) {
        IllegalStateException first = broken.removeFirst();
        broken.forEach(first::addSuppressed);
        throw first;
      }
    }

    ObjectNode json() {
      ObjectNode json =
          JsonNodeFactory.instance
              .objectNode()
              .put("outcome", left.isEmpty() ? "completed" : "in-flight");
      json.putArray("tables").addAll(tables);
      left.forEach(json.putArray("left")::add);
      return json;
    }
  }
}
