package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.Bytes;
import dev.tidemark.files.Call.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full from some call on, until an operator makes room. */
class FullDiskTest {
  private static final Set<Kind> NEEDS_ROOM =
      Set.of(Kind.FOLDER, Kind.WRITE, Kind.FORCE, Kind.FORCE_FOLDER, Kind.LINK, Kind.MOVE);

  @TempDir private Path folder;

  /** Full from the call of a number on that needs room; half of a file is written still. */
  private static final class Full implements Tap {
    private final int from;
    private int calls;

    private Full(int from) {
      this.from = from;
    }

    @Override
    public void around(Call call, Action action) throws IOException {
      boolean needsRoom = NEEDS_ROOM.contains(call.kind());
      calls += needsRoom ? 1 : 0;
      if (needsRoom && calls >= from) {
        if (call.kind() == Kind.WRITE) {
          new SystemDisk().write(call.target(), Bytes.of(new byte[] {'{', '"'}));
        }
        throw new IOException("No space left on device");
      }
      action.make();
    }
  }

  private static HomeFolder home(Path home, Full full) {
    return Homes.of(home, new TappedDisk(new TappedDisk(new Power()), full));
  }

  @Test
  void says_so_in_one_sentence_wherever_it_is_and_the_run_is_completed_when_there_is_room()
      throws IOException {
    Full counting = new Full(Integer.MAX_VALUE);
    new Course().walk(home(Files.createDirectory(folder.resolve("whole")), counting), "one");
    assertThat(counting.calls).isGreaterThan(80);
    for (int from = 1; from <= counting.calls; from += 2) {
      Path home = Files.createDirectory(folder.resolve("home-" + from));
      Course course = new Course();
      HomeFolder full = home(home, new Full(from));
      assertThatThrownBy(() -> course.walk(full, "one"))
          .isInstanceOf(FolderException.class)
          .hasMessageStartingWith("the disk of home " + home + " is full: ")
          .hasMessageContainingAll("make room there", "--home", "the next run resumes after it")
          .hasMessageNotContaining("\n");
      course.holds(home);
      assertThat(Homes.parts(home)).isEmpty();
      course.walk(Homes.quick(home), "two");
      course.isComplete(home);
    }
  }
}
