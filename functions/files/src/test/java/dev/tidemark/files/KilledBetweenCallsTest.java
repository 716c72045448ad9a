package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process dies between any two calls that change the disk, and another takes up what it finds; or
 * the power fails, and what was not forced is gone as well.
 */
@Tag("deep")
class KilledBetweenCallsTest {
  @TempDir private Path folder;

  private int homes;

  private Path fresh() throws IOException {
    return Files.createDirectory(folder.resolve("home-" + homes++));
  }

  private int calls() throws IOException {
    Death counting = Death.never();
    new Course()
        .walk(Homes.of(fresh(), new TappedDisk(new TappedDisk(new Power()), counting)), "one");
    return counting.calls();
  }

  /** Walks until death; the calls go through {@code power}, which outlives the process. */
  private static Course killed(Path home, Power power, Death death) {
    Course course = new Course();
    Disk disk = new TappedDisk(new TappedDisk(power), death);
    assertThatThrownBy(() -> course.walk(Homes.of(home, disk), "one"))
        .satisfiesAnyOf(
            failure -> assertThat(failure).isInstanceOf(Death.DeadError.class),
            failure -> assertThat(failure).hasRootCauseInstanceOf(Death.DeadError.class));
    return course;
  }

  /** The calls of which this run of the tests tries every {@code quick}th. */
  private int[] tried(int quick) throws IOException {
    int calls = calls();
    int[] tried = IntStream.rangeClosed(1, calls).filter(at -> Depth.tries(at, quick, 1)).toArray();
    System.out.printf("KilledBetweenCallsTest: at %d of %d calls%n", tried.length, calls);
    assertThat(calls).isGreaterThan(100);
    return tried;
  }

  @Test
  void what_was_answered_is_there_and_the_next_owner_completes_the_run() throws IOException {
    boolean left = false;
    for (int at : tried(2)) {
      Path home = fresh();
      Course course = killed(home, new Power(), new Death(at));
      course.holds(home);
      left |= !Homes.parts(home).isEmpty();
      Homes.quick(home).clean(lockWrittenLater(home));
      assertThat(Homes.parts(home)).isEmpty();
      course.walk(Homes.quick(home), "two");
      course.isComplete(home);
      assertThat(Homes.parts(home)).isEmpty();
    }
    assertThat(left).isTrue();
  }

  @Test
  void it_is_there_after_a_loss_of_power_too() throws IOException {
    for (int at : tried(4)) {
      Path home = fresh();
      Power power = new Power();
      Course course = killed(home, power, new Death(at));
      power.cut();
      course.holds(home);
      course.walk(Homes.quick(home), "two");
      course.isComplete(home);
    }
  }

  @Test
  void what_the_next_owner_counts_on_is_there_after_it_though_the_first_had_not_forced_it()
      throws IOException {
    for (int at : tried(4)) {
      Path home = fresh();
      Power power = new Power();
      Course course = killed(home, power, new Death(at));
      course.walk(Homes.of(home, new TappedDisk(power)), "two");
      power.cut();
      course.isComplete(home);
    }
  }

  @Test
  void a_part_of_a_process_that_is_at_work_is_left_to_it() throws IOException {
    Path home = fresh();
    Path lock = Files.writeString(home.resolve("lock"), "1");
    killed(home, new Power(), new Death(calls() / 2));
    int parts = Homes.parts(home).size();
    Homes.of(home).clean(lock);
    assertThat(Homes.parts(home)).hasSize(parts);
  }

  /** By whoever has the home after the one that died. */
  private static Path lockWrittenLater(Path home) throws IOException {
    Path lock = Files.writeString(home.resolve("lock"), "2");
    long now = Files.getLastModifiedTime(lock).toMillis();
    return Files.setLastModifiedTime(lock, FileTime.fromMillis(now + 60_000));
  }
}
