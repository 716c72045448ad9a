package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that meet in one home. */
final class TwoAtOnceTest {
  private static final int RECORDS = 300;

  @TempDir private Path folder;

  @Test
  void the_second_waits_for_the_first_or_says_that_it_does_not_and_nothing_lands_twice() {
    Path home = folder.resolve("home");
    CountDownLatch released = new CountDownLatch(1);
    try (Api lev = Api.lev(DatasetPlan.of(3, RECORDS))) {
      lev.simulator().hooks().beforeSend("contacts", Schedule.at(3), () -> Held.until(released));
      Tidemark sync = lev.sync(home, "contacts", "--set", "pageSize=50");
      Running first = sync.start();
      assertThat(first.until(() -> lev.asked("contacts").size() == 3)).isTrue();

      Ran hurried = sync.with("--no-wait").run().exited(3);
      assertThat(hurried.text("contacts", "outcome")).isEqualTo("held");
      assertThat(hurried.text("contacts", "reason")).contains("process");
      assertThat(hurried.sentence()).contains("not waiting for process " + first.pid());

      Running second = sync.start();
      assertThat(second.until(() -> !second.saidOnStandardError().isEmpty())).isTrue();
      released.countDown();
      assertThat(first.end().exited(0).count("contacts", "records")).isEqualTo(RECORDS);
      Ran waited = second.end().exited(0);
      assertThat(waited.sentence()).contains("waiting for process " + first.pid());
      assertThat(waited.count("contacts", "records")).isZero();
      assertThat(waited.count("contacts", "duplicates")).isEqualTo(RECORDS);

      Lake lake = Lake.of(home, "lev");
      assertThat(lake.published("contacts")).hasSize(RECORDS);
      assertThat(lake.state("contacts")).isEqualTo(new TreeMap<>(lev.truth("contacts")));
    }
  }
}
