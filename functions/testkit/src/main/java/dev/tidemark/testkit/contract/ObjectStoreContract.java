package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.lake.ObjectStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What an {@link ObjectStore} owes. */
public abstract class ObjectStoreContract {
  private final String folder = "raw/" + OwnKey.draw().resource() + "/";

  /** The store. */
  protected abstract ObjectStore store();

  /** Stores an object. */
  protected abstract void plant(String key, byte[] bytes);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void gives_an_object_byte_for_byte() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    plant(folder + "one", all);
    assertThat(store().get(folder + "one")).isEqualTo(all);
  }

  @Test
  void tells_absence_from_an_empty_object() {
    plant(folder + "empty", new byte[0]);
    assertThat(store().get(folder + "empty")).isEmpty();
    assertThat(store().get(folder + "none")).isNull();
    assertThat(store().get(folder + "empty/below")).isNull();
  }

  @Test
  void lists_what_begins_with_a_prefix_and_nothing_else_in_order() {
    for (String name : new String[] {"b/2", "a/b/c", "b/10", "a", "ab"}) {
      plant(folder + "list/" + name + ".x", bytes(name));
    }
    assertThat(store().list(folder + "list/"))
        .containsExactly(
            folder + "list/a.x",
            folder + "list/a/b/c.x",
            folder + "list/ab.x",
            folder + "list/b/10.x",
            folder + "list/b/2.x");
    assertThat(store().list(folder + "list/b/")).hasSize(2);
    assertThat(store().list(folder + "nothing/")).isEmpty();
  }

  @Test
  void names_the_place_of_a_key() {
    assertThat(store().place(folder + "one")).endsWith(folder + "one");
  }
}
