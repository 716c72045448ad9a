package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.files.Call.Kind;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.SampleBatches;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told, in one sentence, and what is lost by it: nothing. */
class FailuresTest {
  private static final ResourceKey KEY = ResourceKey.of("acme", "deals");
  private static final ResourceState FIRST =
      new ResourceState(1, 1, "one", null, 0, new Phase.Idle(), null);

  private final SampleBatches batches = new SampleBatches(KEY);

  @TempDir private Path home;

  private static HomeFolder failing(Path home, Kind kind, IOException failure) {
    return Homes.of(
        home,
        new TappedDisk((call, action) -> {
          if (call.kind() == kind) {
            throw failure;
          }
          action.make();
        }));
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(HomeFolder home) {
    return assertThatThrownBy(() -> home.states().write(KEY, ResourceState.NEVER_RUN, FIRST))
        .isInstanceOf(FolderException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_file_where_a_folder_belongs_is_named() throws IOException {
    Path file = Files.writeString(home.resolve("state"), "mine");
    assertRefused(Homes.of(home))
        .hasMessage(
            file
                + " is in the way: home "
                + home
                + " needs a folder there; move it away and run again; what was landed is safe, and"
                + " the next run resumes after it");
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_folder_where_a_file_belongs_is_named() throws IOException {
    Path inTheWay = Files.createDirectories(home.resolve("state/acme/deals.json/mine"));
    assertRefused(Homes.of(home))
        .hasMessageStartingWith(inTheWay.getParent() + " is in the way: ")
        .hasMessageContaining("needs a file there; move it away");
    assertThat(inTheWay).isDirectory();
  }

  @Test
  void a_folder_where_an_object_belongs_is_named() throws IOException {
    Path inTheWay = Files.createDirectories(Homes.object(home, batches.key(1).path()));
    assertThatThrownBy(
            () -> new LandedBatches(Homes.of(home).objects()).put(batches.of(1, "{\"id\":1}")))
        .isInstanceOf(FolderException.class)
        .hasMessageStartingWith(inTheWay + " is in the way: ");
  }

  @Test
  void a_disk_that_is_read_only_is_said_with_the_remedy() {
    assertRefused(
            failing(home, Kind.WRITE, new FileSystemException("x", null, "Read-only file system")))
        .hasMessageStartingWith("home " + home + " lies on a disk that is read-only: ")
        .hasMessageContaining("--home");
  }

  @Test
  void a_permission_that_is_missing_is_said_with_the_remedy() {
    assertRefused(failing(home, Kind.FOLDER, new AccessDeniedException("x")))
        .hasMessageContaining("could not be written: permission denied; let this user read and");
  }

  @Test
  void another_failure_is_told_as_the_system_tells_it() {
    assertRefused(failing(home, Kind.MOVE, new IOException("Input/output error")))
        .hasMessageStartingWith(home.resolve("state/acme/deals.json").toString())
        .hasMessageContaining("could not be written: Input/output error; run again when");
    assertThat(Homes.of(home).states().read(KEY)).isEqualTo(ResourceState.NEVER_RUN);
    assertThat(Homes.parts(home)).isEmpty();
  }

  @Test
  void a_document_that_is_cut_is_named_with_the_remedy_and_never_written_over() throws IOException {
    Homes.of(home).states().write(KEY, ResourceState.NEVER_RUN, FIRST);
    Path file = home.resolve("state/acme/deals.json");
    String half = Files.readString(file).substring(0, 40);
    Files.writeString(file, half);
    assertThatThrownBy(() -> Homes.of(home).states().read(KEY))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContainingAll(
            "the state of acme/deals in " + file + " cannot be read: ",
            "restore the file from a backup, or reset the resource by deleting the file");
    assertThatThrownBy(() -> Homes.of(home).states().write(KEY, ResourceState.NEVER_RUN, FIRST))
        .isInstanceOf(DamagedStateException.class);
    assertThat(file).hasContent(half);
  }

  @Test
  void metadata_that_are_cut_are_named_with_the_remedy() throws IOException {
    BatchSink sink = new LandedBatches(Homes.of(home).objects());
    Batch batch = batches.of(1, "{\"id\":1}");
    sink.put(batch);
    Path facts = home.resolve("facts/" + batch.key().path() + ".json");
    Files.writeString(facts, "{");
    assertThatThrownBy(() -> sink.find(batch.key()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(facts.toString(), batch.key().path(), "restore the file");
  }

  @Test
  void a_file_system_without_second_names_does_as_well() {
    Disk single =
        new TappedDisk((call, action) -> {
          if (call.kind() == Kind.LINK) {
            throw new FileSystemException("x", "y", "Operation not permitted");
          }
          action.make();
        });
    BatchSink sink = new LandedBatches(Homes.of(home, single).objects());
    Batch batch = batches.of(1, "{\"id\":1}");
    assertThat(sink.put(batch)).isEqualTo(new Put.Stored());
    assertThat(sink.put(batches.of(1, "{\"id\":2}")))
        .isEqualTo(new Put.Present(Objects.requireNonNull(sink.find(batch.key()))));
    assertThat(Homes.parts(home)).isEmpty();
  }

  @Test
  void whatever_is_made_is_this_user_s_alone() throws IOException {
    HomeFolder folder = Homes.of(home);
    assertThat(folder.states().write(KEY, ResourceState.NEVER_RUN, FIRST))
        .isEqualTo(new Write.Written());
    new LandedBatches(folder.objects()).put(batches.of(1, "{\"id\":1}"));
    try (Stream<Path> all = Files.walk(home)) {
      for (Path one : all.filter(path -> !path.equals(home)).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
            .as("%s", one)
            .isEqualTo(Files.isDirectory(one) ? "rwx------" : "rw-------");
      }
    }
  }
}
