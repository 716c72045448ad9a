package dev.tidemark.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** template.yaml of the repository comes from the generator that writes everybody's. */
class RepositoryTemplateTest {
  private final Checkout checkout = Checkout.find();

  @Test
  void is_what_the_generator_writes_byte_for_byte() throws IOException {
    String written = StackTemplate.shared(checkout.definitions()).text();
    assertThat(Files.readString(checkout.template()))
        .as("run ./tidemark stack, which writes it anew")
        .isEqualTo(written);
  }
}
