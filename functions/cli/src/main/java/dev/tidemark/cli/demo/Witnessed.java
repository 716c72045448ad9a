package dev.tidemark.cli.demo;

import dev.tidemark.simulators.server.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** What the simulated APIs say they did to their client, by their own logs. */
final class Witnessed {
  private static final int TOKEN_ENDED = 401;
  private static final int THROTTLED = 429;
  private static final int REFUSED = 400;

  private Witnessed() {}

  /** Lines about the requests since the logs were cleared, and about {@code sums}. */
  static List<String> of(List<DemoAccount> accounts, List<RunSum> sums) {
    List<LogEntry> log =
        accounts.stream().flatMap(account -> account.simulator().log().entries().stream()).toList();
    long tokens = count(log, TOKEN_ENDED);
    long broken = sums.stream().mapToLong(sum -> sum.count("retries")).sum() - tokens;
    long cursors = log.stream().filter(Witnessed::isCursorRefused).count();
    long moved = accounts.stream().mapToLong(DemoAccount::moved).sum();
    List<String> lines = new ArrayList<>();
    add(lines, "edited or added records during a walk", moved);
    add(lines, "answered 429: the client waited as long as it was asked", count(log, THROTTLED));
    add(lines, "broke a page off: it left nothing behind and was asked for again", broken);
    add(lines, "rejected a good cursor: an ascending walk resumed, another one restarted", cursors);
    add(lines, "let an access token end in mid-walk: a new one was fetched", tokens);
    return lines;
  }

  private static long count(List<LogEntry> log, int status) {
    return log.stream().filter(entry -> entry.status() == status).count();
  }

  private static void add(List<String> lines, String what, long times) {
    if (times > 0) {
      lines.add(what + (times == 1 ? "" : " (" + times + " times)"));
    }
  }

  private static boolean isCursorRefused(LogEntry entry) {
    return entry.status() == REFUSED && entry.request().query().has("cursor");
  }
}
