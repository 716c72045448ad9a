package dev.tidemark.sync;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.sync.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Under which variants of its resource a run stands. */
final class Variants {
  /** As many as leave two requests apart, and a name that is typed by hand. */
  private static final int VARIANT_BYTES = 16;

  private Variants() {}

  /** What a sync runs beside: nothing, unless it lands a few records or looks for what is gone. */
  static String of(Event.Sync sync) {
    if (sync.maxRecords() != null) {
      return ResourceKey.TRIAL;
    }
    return sync.mode() == Mode.RECONCILE ? ResourceKey.RECONCILE : "";
  }

  /**
   * The same request is the same run, so that one that is asked for twice resumes; two requests are
   * never one.
   */
  static String of(String kind, List<String> request) {
    StringBuilder all = new StringBuilder();
    // Each with its length: ids may hold whatever stands between them.
    request.forEach(part -> all.append(part.length()).append(':').append(part));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return kind + "-" + HexFormat.of().formatHex(hash, 0, VARIANT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
