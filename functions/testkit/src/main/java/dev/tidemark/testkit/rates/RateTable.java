package dev.tidemark.testkit.rates;

import dev.tidemark.core.source.RateBucket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the table of docs/rates.md: the same workers with a shared budget, and each alone. */
public final class RateTable {
  /** Any other gives other numbers and keeps the same promises. */
  public static final long SEED = 17;

  private static final String HEAD =
      """
      | workers | allowed | a page takes | crashes | budget | made | most in a window | waits | s waited | asked for a block | share used |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private RateTable() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.print(text());
  }

  /** What is simulated; each of it with a shared budget and without. */
  public static List<RatePlot> plots() {
    List<RatePlot> plots = new ArrayList<>();
    for (int crashes : new int[] {0, 4}) {
      plots.add(plot(10, 600, 60, 200, crashes));
      plots.add(plot(10, 1200, 60, 100, crashes));
      plots.add(plot(10, 100, 10, 200, crashes));
      plots.add(plot(10, 1000, 600, 500, crashes));
      plots.add(plot(3, 120, 60, 400, crashes / 4));
    }
    plots.add(plot(8, 20, 1, 200, 0));
    return List.copyOf(plots);
  }

  private static RatePlot plot(int workers, int calls, int seconds, int page, int crashes) {
    RateBucket bucket = new RateBucket("acme", "all", calls, Duration.ofSeconds(seconds));
    return new RatePlot(workers, bucket, Duration.ofMillis(page), crashes, true);
  }

  /** The table. */
  public static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    for (RatePlot plot : plots()) {
      text.append(row(plot)).append(row(plot.alone()));
    }
    return text.toString();
  }

  private static String row(RatePlot plot) {
    RateCourse course = RateSimulation.run(plot, SEED);
    return String.format(
        Locale.ROOT,
        "| %d | %d in %d s | %d ms | %d | %s | %,d of %,d | %,d | %,d | %,d | %s | %.1f %% |%n",
        plot.workers(),
        plot.bucket().calls(),
        plot.bucket().per().toSeconds(),
        plot.page().toMillis(),
        plot.crashes(),
        plot.shared() ? "shared" : "each alone",
        course.made(),
        course.allowed(),
        course.most(),
        course.waits(),
        course.waited().toSeconds(),
        plot.shared() ? String.format(Locale.ROOT, "%,d", course.asks()) : "-",
        course.share() * 100);
  }
}
