package dev.tidemark.cli.stack;

import dev.tidemark.cli.exit.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** template.yaml of the checkout, which is of all definitions that the checkout has. */
public final class RepositoryTemplate {
  private RepositoryTemplate() {}

  /**
   * Writes it anew.
   *
   * @return the file
   * @throws UsageException if it cannot be written
   */
  public static Path write() {
    Checkout checkout = Checkout.find();
    try {
      return Files.writeString(
          checkout.template(), StackTemplate.shared(checkout.definitions()).text());
    } catch (IOException e) {
      throw new UsageException(checkout.template() + " cannot be written: " + e.getMessage());
    }
  }
}
