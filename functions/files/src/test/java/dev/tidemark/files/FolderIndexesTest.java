package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.testkit.contract.PublishedIndexesContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderIndexesTest extends PublishedIndexesContract {
  @TempDir static Path home;

  @Override
  protected PublishedIndexes connect() {
    return Homes.of(home).indexes();
  }

  @Test
  void an_index_is_no_state_of_a_resource() {
    ResourceKey key = ResourceKey.of("apart", "deals");
    PublishedIndex next = PublishedIndex.EMPTY.after("run-1", List.of());
    connect().replace(key, 1, PublishedIndex.EMPTY, next);
    assertThat(Homes.of(home).states().keys("apart")).isEmpty();
  }
}
