package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.testkit.contract.BindingsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBindingsTest extends BindingsContract {
  private static final Binding FIRST = Binding.first(new Account("https://a.example", null));

  @TempDir static Path home;

  @Override
  protected Bindings connect() {
    return Homes.of(home).bindings();
  }

  @Test
  void a_binding_is_no_state_of_a_resource() {
    connect().replace("apart", null, FIRST);
    assertThat(Homes.of(home).states().keys("apart")).isEmpty();
  }

  @Test
  void a_binding_that_cannot_be_read_is_named_with_the_remedy() throws IOException {
    connect().replace("damaged", null, FIRST);
    Path file = home.resolve("bindings/damaged.json");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> connect().read("damaged"))
        .isInstanceOf(DamagedStateException.class)
        .hasMessageContainingAll(
            "the account of connection damaged", file.toString(), "delete it while nothing");
  }
}
