package dev.tidemark.cli.simulate;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes wrong, as it is written: {@code 429:0.05,500:0.02,slow:200ms,cut:0.01}. */
public final class FaultWords {
  private static final Pattern SHARE = Pattern.compile("(429|500|503|cut):(0?\\.\\d{1,4}|1|1\\.0)");
  private static final Pattern SLOW = Pattern.compile("slow:(\\d{1,5})ms");
  private static final int CUT_BYTES = 10;

  private final List<Planned<Quirk>> planned = new ArrayList<>();

  private FaultWords() {}

  /**
   * Reads {@code text}.
   *
   * @throws UsageException if it holds another word
   */
  public static FaultWords of(String text) {
    FaultWords faults = new FaultWords();
    for (String word : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
      Matcher share = SHARE.matcher(word);
      Matcher slow = SLOW.matcher(word);
      if (share.matches() && Double.parseDouble(share.group(2)) > 0) {
        faults.add(every(share.group(2)), quirk(share.group(1)));
      } else if (slow.matches()) {
        Duration pause = Duration.ofMillis(Long.parseLong(slow.group(1)));
        faults.add(Schedule.always(), new Delivery.Delayed(pause));
      } else {
        throw new UsageException(
            "--fault: \""
                + word
                + "\" is not known; write 429, 500, 503 or cut with a share of the requests, as"
                + " 429:0.05, or slow with milliseconds, as slow:200ms, joined by commas");
      }
    }
    return faults;
  }

  /** Evenly, so that a run meets the same each time. */
  private static Schedule every(String share) {
    return Schedule.every(Math.max(1, Math.round(1 / Double.parseDouble(share))));
  }

  private static Quirk quirk(String word) {
    return word.equals("cut")
        ? new Delivery.ShortBody(CUT_BYTES)
        : new ReplyQuirk.Canned(
            Integer.parseInt(word), "application/json", "{\"message\":\"simulated " + word + "\"}");
  }

  private void add(Schedule schedule, Quirk quirk) {
    planned.add(new Planned<>(Planned.ANY, schedule, quirk));
  }

  /** Lets it go wrong. */
  public void in(Plan<Quirk> plan) {
    planned.forEach(one -> plan.add(one.resource(), one.schedule(), one.item()));
  }
}
