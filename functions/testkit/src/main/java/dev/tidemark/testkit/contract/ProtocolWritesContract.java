package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.testkit.protocol.ProtocolWrite;
import dev.tidemark.testkit.protocol.ProtocolWrites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ResourceStateStore} owes the protocol: of each write that its exploration makes,
 * the verdict that the exploration counts on.
 */
public abstract class ProtocolWritesContract {
  private final ResourceKey resource = OwnKey.draw();
  private final Map<ResourceState, ResourceKey> keys = new HashMap<>();
  private int used;

  /** A client of the store. */
  protected abstract ResourceStateStore connect();

  /** How many writes are tried, evenly spread over all. */
  protected abstract int atMost();

  @Test
  @Tag("deep")
  void every_write_of_the_protocol_is_taken_or_refused_as_the_protocol_counts_on() {
    List<ProtocolWrite> all = ProtocolWrites.all();
    List<ProtocolWrite> tried = ProtocolWrites.sample(all, atMost());
    long due = tried.stream().filter(ProtocolWrite::due).count();
    System.out.printf(
        "%s: %d of %d writes of the protocol, %d to be taken%n",
        getClass().getSimpleName(), tried.size(), all.size(), due);
    assertThat(due).isBetween(1L, tried.size() - 1L);
    tried.forEach(this::holds);
  }

  /** A write that is refused leaves the state to the next one that meets it. */
  private void holds(ProtocolWrite write) {
    ResourceStateStore store = connect();
    ResourceState stored = write.stored();
    ResourceKey key = keys.computeIfAbsent(stored, _ -> fresh(store, stored));
    if (write.due()) {
      assertThat(store.write(key, write.expected(), write.next())).isEqualTo(new Write.Written());
      assertThat(store.read(key)).isEqualTo(write.next());
      keys.remove(stored);
    } else {
      assertThat(store.write(key, write.expected(), write.next()))
          .isEqualTo(new Write.Refused(stored));
    }
  }

  private ResourceKey fresh(ResourceStateStore store, ResourceState stored) {
    ResourceKey key = resource.beside("range-" + used++);
    assertThat(store.write(key, ResourceState.NEVER_RUN, stored)).isEqualTo(new Write.Written());
    return key;
  }
}
