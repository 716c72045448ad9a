package dev.tidemark.core.fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Takes fingerprints; one per thread, since it reuses its digest. */
public final class Fingerprinter {
  private final MessageDigest digest;

  public Fingerprinter() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The fingerprint of a record.
   *
   * @param identity the id as JSON text, for a child with its parent's
   * @param deleted whether the line says that the record is gone, which is a different line
   * @param skipped pairs of offsets in {@code bytes} that do not count; null for none
   */
  public Fingerprint of(
      String identity,
      boolean deleted,
      byte[] bytes,
      int offset,
      int length,
      int @Nullable [] skipped) {
    ByteBuffer id = ByteBuffer.wrap(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
    int at = offset;
    if (skipped != null) {
      for (int i = 0; i < skipped.length; i += 2) {
        digest.update(bytes, at, skipped[i] - at);
        at = skipped[i + 1];
      }
    }
    digest.update(bytes, at, offset + length - at);
    long content = ByteBuffer.wrap(digest.digest()).getLong();
    return new Fingerprint(id.getLong(), id.getLong(), Fingerprint.bytes(content, deleted));
  }
}
