package dev.tidemark.cli.demo;

import dev.tidemark.cli.embedded.EmbeddedAws;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.lambda.Ending;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The demonstration as a story: land everything, change some of it, land that, and prove both times
 * that lake = truth.
 */
public final class Demo {
  private final Home home;
  private final int records;
  private final PrintWriter out;

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
    List<DemoSource> sources = DemoSource.start(records / 2);
    try (EmbeddedAws aws = new EmbeddedAws(home)) {
      say("Two simulated APIs, an S3 and a DynamoDB run on this machine; legs of 150 ms.");
      say("");
      boolean first = act("1. Everything lands", sources, aws);
      sources.forEach(source -> Changes.make(source.simulator()));
      boolean second = act("2. Some records change, the next run lands those", sources, aws);
      return (first && second) ? ended() : failed();
    } finally {
      sources.forEach(source -> source.simulator().close());
    }
  }

  private boolean act(String title, List<DemoSource> sources, EmbeddedAws aws)
      throws IOException, InterruptedException {
    say(title);
    Mischief mischief = new Mischief();
    List<RunSum> sums = new ArrayList<>();
    long before = System.nanoTime();
    for (DemoSource source : sources) {
      List<Ending> endings = new Demonstration(source, aws, mischief).run();
      sums.addAll(RunSum.of(source.name(), endings));
    }
    double seconds = (System.nanoTime() - before) / 1e9;
    say(
        String.format(
            Locale.ROOT,
            "   %-26s %8s %9s %6s %5s %9s",
            "resource",
            "landed",
            "unchanged",
            "pages",
            "legs",
            "throttled"));
    sums.forEach(sum -> say("   " + sum.line()));
    say("   what the demo did to itself:");
    mischief.account().forEach(line -> say("   - " + line));
    sums.stream().flatMap(sum -> sum.troubles().stream()).forEach(line -> say("   - " + line));
    long batches = sums.stream().mapToLong(RunSum::batches).sum();
    long legs = sums.stream().mapToLong(RunSum::legs).sum();
    // A batch is two objects, a run three: its fingerprints, its manifest and now and then a merged
    // index.
    Cost cost =
        new Cost(batches * 2 + sums.size() * 3L, batches + legs * 2 + sums.size() * 2L, seconds);
    say("   on AWS: " + cost.arithmetic());
    boolean proved = prove(sources);
    say("");
    return proved;
  }

  private boolean prove(List<DemoSource> sources) throws IOException {
    long proved = 0;
    boolean all = true;
    for (DemoSource source : sources) {
      for (String resource : source.open().definition().runnable()) {
        Proof proof = Proof.of(home.bucket(), source, resource);
        proved += proof.records();
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
              "   proof: lake = truth, all %,d records byte by byte, none twice",
              proved));
    }
    return all;
  }

  private boolean ended() {
    say("The lake is in " + home.bucket() + ": manifests/ lists what counts, raw/ holds it.");
    say("Try:");
    say("  zcat \"" + home.bucket() + "\"/raw/lev/deals/*/*/*/*.gz | head -n 3");
    say("  ./tidemark explain askelephant");
    say("  TIDEMARK_CREDENTIAL=… ./tidemark sync lev deals --max-records 100");
    out.flush();
    return true;
  }

  private boolean failed() {
    say("The lake is NOT the truth; please report this with the folder " + home.folder());
    out.flush();
    return false;
  }

  private void say(String line) {
    out.println(line);
    out.flush();
  }
}
