package dev.tidemark.cli.report;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.run.ResourceKey;
import java.io.PrintWriter;
import java.time.InstantSource;

/** What a sync says: documents or a table on standard output, progress on standard error. */
public final class Console {
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter err;
  private final LiveLines live;
  private final InstantSource clock;
  private final ReportTable table = new ReportTable();

  /**
   * @param json whether documents are wanted instead of a table
   */
  public Console(boolean json, PrintWriter out, PrintWriter err) {
    this(json, out, err, InstantSource.system());
  }

  Console(boolean json, PrintWriter out, PrintWriter err, InstantSource clock) {
    this.json = json;
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.live = new LiveLines(err, Terminal.isInteractive());
  }

  /** Says one thing to the operator. */
  public synchronized void say(String line) {
    live.clear();
    err.println("tidemark: " + line);
  }

  /** Shows what a leg reports. */
  public synchronized void live(ResourceKey key, LegEvent event) {
    live.on(key, event, clock.instant());
  }

  /** Says now and then what is still waited for; asked about once a second. */
  public synchronized void remind() {
    live.remind(clock.instant());
  }

  /** Keeps the details of an unexpected failure. */
  public synchronized void details(Throwable cause) {
    if (System.getenv("TIDEMARK_DEBUG") != null) {
      cause.printStackTrace(err);
    }
  }

  /** A resource is settled. */
  public synchronized void report(ResourceReport report) {
    live.clear();
    if (json) {
      out.println(report.json());
      out.flush();
    } else {
      table.add(report);
    }
  }

  /** All resources are settled. */
  public synchronized void finish() {
    live.clear();
    if (!table.isEmpty()) {
      table.lines().forEach(out::println);
      out.flush();
    }
  }
}
