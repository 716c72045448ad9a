package dev.tidemark.cli.demo;

import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.report.Cost;
import dev.tidemark.lake.Lake;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The demonstration as a story: land everything, change some of it, land that, find what vanished,
 * and prove that lake = truth.
 */
public final class Demo {
  private final Home home;
  private final int records;
  private final PrintWriter out;
  private final InstantSource clock = InstantSource.system();
  private Cost cost = Cost.NOTHING;
  private boolean completed = true;

  /**
   * A demonstration.
   *
   * @param records about how many in all
   */
  public Demo(Home home, int records, PrintWriter out) {
    this.home = home;
    this.records = records;
    this.out = out;
  }

  /** Tells the story; false if the lake is not the truth. */
  public boolean run() throws IOException, InterruptedException {
    List<DemoAccount> accounts = Accounts.start(records);
    try {
      say("Three simulated APIs run on this machine, over the folder of a home; legs of 150 ms.");
      bySource(accounts, act("1. Everything lands", accounts, this::everything));
      accounts.forEach(DemoAccount::change);
      bySource(
          accounts, act("2. Records change, the next runs land those", accounts, this::everything));
      boolean proved = prove(accounts);
      accounts.forEach(DemoAccount::vanish);
      byRun(
          accounts,
          act(
              "3. Records vanish without a trace; a range and single records by hand",
              accounts,
              DemoAccount::errands));
      proved &= prove(accounts);
      say("");
      return (proved && completed) ? ended() : failed();
    } finally {
      accounts.forEach(account -> account.simulator().close());
    }
  }

  private List<String> everything(DemoAccount account) {
    List<String> events = new ArrayList<>();
    account.resources().forEach(name -> events.add(Errand.sync(name, clock.instant())));
    return events;
  }

  /** What was run, and what became of it. */
  private record Act(List<RunSum> sums, Mischief mischief) {}

  private Act act(
      String title, List<DemoAccount> accounts, Function<DemoAccount, List<String>> events)
      throws InterruptedException {
    say("");
    say(title);
    Mischief mischief = new Mischief();
    List<RunSum> sums = new ArrayList<>();
    long before = System.nanoTime();
    for (DemoAccount account : accounts) {
      account.simulator().log().clear();
      Demonstration demonstration = new Demonstration(account, home.stores(), mischief);
      sums.addAll(RunSum.of(account.name(), demonstration.run(events.apply(account))));
    }
    long batches = sums.stream().mapToLong(sum -> sum.count("batches")).sum();
    long legs = sums.stream().mapToLong(RunSum::legs).sum();
    cost = cost.plus(Cost.of(sums.size(), batches, legs, (System.nanoTime() - before) / 1e9));
    return new Act(sums, mischief);
  }

  private void bySource(List<DemoAccount> accounts, Act act) {
    SumTable table = new SumTable();
    for (DemoAccount account : accounts) {
      List<RunSum> own =
          act.sums.stream().filter(sum -> sum.name().startsWith(account.name() + " ")).toList();
      table.add(account.name() + ", " + own.size() + " resources", own);
    }
    tell(table, accounts, act);
  }

  private void byRun(List<DemoAccount> accounts, Act act) {
    SumTable table = new SumTable();
    act.sums.forEach(sum -> table.add(sum.title(), List.of(sum)));
    tell(table, accounts, act);
  }

  private void tell(SumTable table, List<DemoAccount> accounts, Act act) {
    table.lines().forEach(line -> say("   " + line));
    act.sums.forEach(sum -> sum.remarks().forEach(line -> say("   " + line)));
    say("   what the demo did to itself:");
    act.mischief.account().forEach(line -> say("   - " + line));
    Witnessed.of(accounts, act.sums).forEach(line -> say("   - " + line));
    for (RunSum sum : act.sums) {
      if (!sum.trouble().isEmpty()) {
        completed = false;
        say("   NOT COMPLETED " + sum.trouble());
      }
    }
  }

  private boolean prove(List<DemoAccount> accounts) throws IOException {
    long proved = 0;
    long deletes = 0;
    boolean all = true;
    Lake lake = new Lake(home.stores().objects());
    for (DemoAccount account : accounts) {
      for (String resource : account.resources()) {
        Proof proof = Proof.of(lake, account, resource);
        proved += proof.records();
        deletes += proof.deletes();
        if (!proof.holds()) {
          all = false;
          say("   NOT PROVED " + proof);
        }
      }
    }
    if (all) {
      say(
          String.format(
              Locale.ROOT,
              "   proof: lake = truth, all %,d records byte by byte, none twice, %,d gone in both",
              proved,
              deletes));
    }
    return all;
  }

  private boolean ended() {
    say("On AWS: " + cost.arithmetic());
    say("The lake is in " + home.bucket() + ": manifests/ lists what counts, raw/ holds it.");
    say("Try:");
    say("  zcat \"" + home.bucket() + "\"/raw/zendesk/tickets/*/*/*/*.gz | head -n 3");
    say("  ./tidemark explain lev");
    say("  TIDEMARK_CREDENTIAL=… ./tidemark check lev");
    return true;
  }

  private boolean failed() {
    say("The lake is NOT the truth; please report this with the folder " + home.folder());
    return false;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
