package dev.tidemark.cli.report;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.traversal.LegEvent;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a sync says: documents or a table on standard output, progress on standard error. */
public final class Console {
  private final boolean json;
  private final PrintStream out;
  private final PrintStream err;
  private final LiveLines live;
  private final List<ResourceReport> table = new ArrayList<>();

  /**
   * A console on this process's streams.
   *
   * @param json whether documents are wanted instead of a table
   */
  public Console(boolean json) {
    this(json, System.out, System.err);
  }

  Console(boolean json, PrintStream out, PrintStream err) {
    this.json = json;
    this.out = out;
    this.err = err;
    this.live = new LiveLines(err, Terminal.isInteractive());
  }

  /** Says one thing to the person. */
  public synchronized void say(String line) {
    live.clear();
    err.println("tidemark: " + line);
  }

  /** Shows what a leg tells. */
  public synchronized void live(ResourceKey key, LegEvent event) {
    live.on(key, event);
  }

  /** Keeps the details of what nobody expected. */
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
      out.printf(
          "%-14s %-10s %10s %10s %6s %5s %6s %9s%n",
          "resource", "outcome", "records", "unchanged", "pages", "legs", "calls", "seconds");
      table.forEach(this::row);
      out.flush();
    }
  }

  private void row(ResourceReport report) {
    out.printf(
        Locale.ROOT,
        "%-14s %-10s %,10d %,10d %,6d %,5d %,6d %9.1f%n",
        report.text("resource"),
        report.text("outcome"),
        report.count("records"),
        report.count("duplicates"),
        report.count("pages"),
        report.count("legs"),
        report.count("apiCalls"),
        report.count("elapsedMs") / 1000.0);
    if (report.json().path("reason").isTextual()) {
      out.println("  " + report.text("reason"));
      if (report.json().path("requestId").isTextual()) {
        out.println("  the vendor's request id: " + report.text("requestId"));
      }
    }
  }
}
