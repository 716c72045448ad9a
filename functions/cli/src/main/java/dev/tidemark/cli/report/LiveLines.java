package dev.tidemark.cli.report;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One line per resource: written over on a terminal, a new one now and then elsewhere. */
final class LiveLines {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration REPEAT = Duration.ofSeconds(10);
  private static final Duration REMIND = Duration.ofMinutes(10);
  private static final String UP = "\033[1A\033[2K";

  private final PrintWriter err;
  private final boolean interactive;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private int drawn;
  private long drawnAt;

  private static final class Line {
    /** Written out only where it is shown: most pages pass unseen. */
    private Supplier<String> text = () -> "";

    private @Nullable Wait wait;
    private Instant toldAt = Instant.MIN;
    private final long since = System.nanoTime();
    private long shownAt = System.nanoTime();
  }

  LiveLines(PrintWriter err, boolean interactive) {
    this.err = err;
    this.interactive = interactive;
  }

  void on(ResourceKey key, LegEvent event, Instant now) {
    Line line = lines.computeIfAbsent(key.sortKey(), _ -> new Line());
    if (event instanceof LegEvent.Waits(Instant until, String reason)) {
      waits(key, line, new Wait(until, reason), now);
      return;
    }
    Supplier<String> before = line.text;
    line.text = text(key, event, line, now);
    if (interactive) {
      draw(event instanceof LegEvent.Ended);
    } else if (isNews(event, line) && !line.text.get().equals(before.get())) {
      say(line);
    }
    if (!(event instanceof LegEvent.Ended)) {
      line.wait = null;
    } else if (!interactive) {
      line.text = () -> "";
    }
  }

  /** Reports a wait at once, and not again for each leg that finds it. */
  private void waits(ResourceKey key, Line line, Wait wait, Instant now) {
    boolean known = wait.equals(line.wait);
    line.wait = wait;
    String text = key.sortKey() + ": " + wait.resuming(now);
    line.text = () -> text;
    if (interactive) {
      draw(!known);
    } else if (!known) {
      line.toldAt = now;
      say(line);
    }
  }

  /** Reports long waits again. */
  void remind(Instant now) {
    lines.forEach((name, line) -> {
      Wait wait = line.wait;
      if (wait == null || !wait.until().isAfter(now)) {
        line.wait = null;
        return;
      }
      String text = name + ": " + wait.resuming(now);
      if (interactive && !text.equals(line.text.get())) {
        line.text = () -> text;
        draw(true);
      } else if (!interactive && !now.isBefore(line.toldAt.plus(REMIND))) {
        line.toldAt = now;
        line.text = () -> text;
        say(line);
      }
    });
  }

  private void say(Line line) {
    line.shownAt = System.nanoTime();
    err.println("tidemark: " + line.text.get());
    err.flush();
  }

  /** Takes the lines off the terminal. */
  void clear() {
    err.print(UP.repeat(drawn));
    err.flush();
    drawn = 0;
  }

  private static boolean isNews(LegEvent event, Line line) {
    return switch (event) {
      case LegEvent.Retries _,
          LegEvent.ReadsEverything _,
          LegEvent.Restarted _,
          LegEvent.Cut _,
          LegEvent.BatchAdopted _ ->
          true;
      case LegEvent.PageRead _ -> System.nanoTime() - line.shownAt > REPEAT.toNanos();
      case LegEvent.Begun(Progress progress) -> inNewShape(progress);
      case LegEvent.Waits _,
          LegEvent.BatchStored _,
          LegEvent.Joined _,
          LegEvent.SealedRun _,
          LegEvent.Ended _ ->
          false;
    };
  }

  /** Everything is published again under another schema: said before it shows on the bill. */
  private static boolean inNewShape(Progress progress) {
    return progress.run().form().schema() > 1
        && progress.run().mode() == Mode.BACKFILL
        && progress.legs() == 1;
  }

  private static Supplier<String> text(ResourceKey key, LegEvent event, Line line, Instant now) {
    String name = key.sortKey();
    return switch (event) {
      case LegEvent.PageRead(long pages, long records, var _) -> {
        long perSecond = perSecond(records, line.since);
        yield () ->
            String.format(
                Locale.ROOT,
                "%s: %,d records, %,d pages, %,d records/s",
                name,
                records,
                pages,
                perSecond);
      }
      case LegEvent.Retries(int attempt, int most, Instant until, String reason, var _) -> {
        long seconds = Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
        yield () ->
            "%s: attempt %d of %d failed: %s; retrying in %d s"
                .formatted(name, attempt, most, reason, seconds);
      }
      case LegEvent.Restarted(var _, String reason) -> () -> name + ": restarted: " + reason;
      case LegEvent.ReadsEverything(String reason) ->
          () -> name + ": reads everything, since the API refused to select by time: " + reason;
      case LegEvent.BatchAdopted(String object, var _) -> () -> name + ": takes over " + object;
      case LegEvent.Begun(Progress progress) ->
          inNewShape(progress) ? () -> newShape(name, progress) : line.text;
      case LegEvent.Cut(Progress progress) -> {
        int slices = progress.run().slicing().slices().size();
        int workers = progress.run().slicing().workers();
        yield () -> name + ": walks in " + slices + " slices, " + workers + " at a time";
      }
      case LegEvent.Ended(LegOutcome.Walked _) -> () -> "";
      case LegEvent.Waits _,
          LegEvent.BatchStored _,
          LegEvent.Joined _,
          LegEvent.SealedRun _,
          LegEvent.Ended _ ->
          line.text;
    };
  }

  private static String newShape(String name, Progress progress) {
    return name + ": everything is published again under v" + progress.run().form().schema();
  }

  private static long perSecond(long records, long since) {
    return records * 1_000_000_000L / Math.max(1, System.nanoTime() - since);
  }

  private void draw(boolean now) {
    if (!now && System.nanoTime() - drawnAt < REDRAW.toNanos()) {
      return;
    }
    clear();
    for (Line line : lines.values()) {
      String text = line.text.get();
      if (!text.isEmpty()) {
        err.println(text);
        drawn++;
      }
    }
    drawnAt = System.nanoTime();
  }
}
