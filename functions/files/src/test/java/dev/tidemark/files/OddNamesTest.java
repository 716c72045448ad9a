package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.contract.SampleBatches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as long and as odd as they may be, and those that would lead elsewhere. */
class OddNamesTest {
  private static final ResourceState FIRST =
      new ResourceState(1, 1, "one", null, 0, new Phase.Idle(), null);

  @TempDir private Path home;

  /** One could be taken for the file or the folder of another. */
  private static List<ResourceKey> keys() {
    String longest = "r" + "x".repeat(62);
    return List.of(
        ResourceKey.of("acme", "deals"),
        ResourceKey.of("acme", "deals.json"),
        ResourceKey.of("acme", "deals.v1"),
        ResourceKey.of("acme", "deals.v1").beside("reconcile"),
        ResourceKey.of("acme", "reconcile"),
        ResourceKey.of("acme", "deals").beside("reconcile"),
        ResourceKey.of("acme", "deals").beside("deals"),
        ResourceKey.of("acme", "con"),
        ResourceKey.of("acme", longest + "." + "A".repeat(128)),
        ResourceKey.of("acme", longest + "." + "A".repeat(128)).beside("v" + "z".repeat(62)));
  }

  @Test
  void are_kept_apart_in_states_indexes_and_objects() {
    ResourceStateStore states = Homes.of(home).states();
    for (ResourceKey key : keys()) {
      assertThat(states.write(key, ResourceState.NEVER_RUN, FIRST)).isEqualTo(new Write.Written());
    }
    assertThat(Homes.of(home).states().keys("acme")).containsExactlyInAnyOrderElementsOf(keys());
    for (ResourceKey key : keys()) {
      if (key.variant().isEmpty()) {
        PublishedIndex next = PublishedIndex.EMPTY.after("run of " + key, List.of());
        assertThat(Homes.of(home).indexes().replace(key, 1, PublishedIndex.EMPTY, next)).isTrue();
        assertThat(
                new LandedBatches(Homes.of(home).objects())
                    .put(new SampleBatches(key).of(1, "{\"id\":1}")))
            .isEqualTo(new Put.Stored());
      }
    }
  }

  /** As it comes about where a file system does not distinguish names by case. */
  @Test
  void the_state_of_another_is_not_taken_for_its_own() throws IOException {
    ResourceKey upper = ResourceKey.of("acme", "objects.Deal");
    ResourceKey lower = ResourceKey.of("acme", "objects.deal");
    Homes.of(home).states().write(upper, ResourceState.NEVER_RUN, FIRST);
    Path folder = home.resolve("state/acme");
    Files.move(folder.resolve("objects.Deal.json"), folder.resolve("objects.deal.json"));
    assertThatThrownBy(() -> Homes.of(home).states().read(lower))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContaining("resource: not objects.deal, but \"objects.Deal\"");
    assertThatThrownBy(() -> Homes.of(home).states().write(lower, ResourceState.NEVER_RUN, FIRST))
        .isInstanceOf(DamagedStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "raw/../../x",
        "/etc/passwd",
        "raw//x",
        "raw/./x",
        ".parts/x",
        "raw\\x",
        ""
      })
  void that_lead_out_of_the_folder_are_refused(String name) {
    assertThatThrownBy(() -> Homes.of(home).objects().get(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leads out of");
    assertThatThrownBy(() -> Homes.of(home).bindings().read(name + "/../../x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
