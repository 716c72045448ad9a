package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who stops a resource, looks at it and lets it go on, while it runs and while not. */
final class OperatorTest {
  private static final int RECORDS = 300;
  // The page whose answer waits until the pause is asked for.
  private static final int HELD = 12;

  @TempDir private Path folder;

  private Tidemark verb(Path home, String... words) {
    return Tidemark.of(words).with("--home", home, "--json");
  }

  @Test
  void a_resource_is_paused_in_the_middle_looked_at_resumed_and_completed() {
    Path home = folder.resolve("home");
    CountDownLatch released = new CountDownLatch(1);
    try (Api lev = Api.lev(DatasetPlan.of(5, RECORDS))) {
      lev.simulator().hooks().beforeSend("deals", Schedule.at(HELD), () -> Held.until(released));
      Path definition = SmallBatches.of("lev", 3, home);
      Tidemark sync = lev.sync(definition, home).with("deals", "--set", "pageSize=10");
      Running running = sync.start();
      assertThat(running.until(() -> lev.asked("deals").size() == HELD)).isTrue();

      Ran seen = verb(home, "status").run().exited(0);
      assertThat(seen.text("deals", "phase")).isEqualTo("in-flight");
      Ran paused = verb(home, "pause", "lev", "deals").run().exited(0);
      assertThat(paused.text("deals", "outcome")).isEqualTo("applied");
      released.countDown();
      Ran stopped = running.end().exited(3);
      assertThat(stopped.text("deals", "outcome")).isEqualTo("held");
      assertThat(stopped.text("deals", "reason")).contains("an operator asked to pause it");

      assertThat(sync.run().exited(3).text("deals", "reason")).contains("resume it first");
      assertThat(verb(home, "resume", "lev", "deals").run().exited(0).text("deals", "phase"))
          .isEqualTo("in-flight");
      assertThat(sync.run().exited(0).count("deals", "records")).isEqualTo(RECORDS);
      Lake lake = Lake.of(home, "lev");
      assertThat(lake.published("deals")).hasSize(RECORDS);
      assertThat(lake.state("deals")).isEqualTo(new TreeMap<>(lev.truth("deals")));
      assertThat(verb(home, "runs", "deals").run().exited(0).count("deals", "records"))
          .isEqualTo(RECORDS);
      assertThat(Tidemark.of("cost").with("--home", home).run().exited(0).out())
          .contains("lev deals: " + RECORDS + " records", "S3 puts");
    }
  }

  @Test
  void a_verb_without_a_home_a_resource_or_a_stack_says_so() {
    Path home = folder.resolve("none");
    assertThat(verb(home, "pause", "lev", "deals").run().exited(2).sentence())
        .contains("there is no home");
    assertThat(home).doesNotExist();
    assertThat(verb(home, "cancel", "lev", "deal").run().exited(2).sentence())
        .contains("deals, contacts");
  }
}
