package dev.tidemark.testkit.contract;

import dev.tidemark.core.run.ResourceKey;
import java.util.Locale;
import java.util.UUID;

/** Keys that no other test uses, so that an adapter's store need not be emptied. */
final class OwnKey {
  private OwnKey() {}

  static ResourceKey draw() {
    return ResourceKey.of("c" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT), "deals");
  }
}
