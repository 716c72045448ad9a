package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.LegLog;
import dev.tidemark.cli.home.DiskSpace;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.lambda.HomeWiring;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.report.Console;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.http.Way;
import dev.tidemark.sync.wiring.Wiring;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A connection in a home, whose lock this process holds. */
final class HomeWorkplace implements Workplace {
  private final Home home;
  private final SourceConnection source;
  private final PrintStream log;
  private final InstantSource clock = InstantSource.system();
  private final Wiring wiring;

  HomeWorkplace(Home home, SourceConnection source, Way way) {
    this.home = home;
    this.source = source;
    this.log = home.log("sync.jsonl");
    JsonLines lines = new JsonLines(log);
    this.wiring =
        HomeWiring.of(
            Origin.of(source).by(way),
            home.stores(),
            clock,
            key -> new LegLog(key, "local", lines, clock));
  }

  @Override
  public Wiring wiring() {
    return wiring;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Attendance attend(UnaryOperator<ObjectNode> handler, Console console) {
    home.remember(source.connection(), source.definition().names());
    return new RequestDesk(home, handler, clock, console);
  }

  @Override
  public @Nullable String explains(Throwable failure) {
    return DiskSpace.of(home).explains(failure);
  }

  @Override
  public void close() {
    log.close();
  }
}
