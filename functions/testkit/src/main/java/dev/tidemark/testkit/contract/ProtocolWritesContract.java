package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.testkit.protocol.ProtocolWrite;
import dev.tidemark.testkit.protocol.ProtocolWrites;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a {@link ResourceStateStore} owes the protocol: of each write that its exploration makes,
 * the verdict that the exploration counts on.
 */
public abstract class ProtocolWritesContract {
  private final ResourceKey resource = OwnKey.draw();

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
    for (int i = 0; i < tried.size(); i++) {
      holds(tried.get(i), resource.beside("range-" + i));
    }
  }

  private void holds(ProtocolWrite write, ResourceKey key) {
    ResourceStateStore store = connect();
    assertThat(store.write(key, ResourceState.NEVER_RUN, write.stored()))
        .isEqualTo(new Write.Written());
    Write verdict = write.due() ? new Write.Written() : new Write.Refused(write.stored());
    assertThat(store.write(key, write.expected(), write.next())).isEqualTo(verdict);
    assertThat(store.read(key)).isEqualTo(write.due() ? write.next() : write.stored());
  }
}
