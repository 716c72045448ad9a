package dev.tidemark.aws.secrets;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Reads credentials from Secrets Manager and keeps them for five minutes, so that a warm function
 * does not pay for the same secret again and a rotated one is soon used. The text is that of the
 * secret: parsing it is the reader's.
 */
public final class Credentials {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final SecretsManagerClient secrets;
  private final InstantSource clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** Not a record: a record would print its text. */
  private static final class Kept {
    private final String text;
    private final Instant until;

    private Kept(String text, Instant until) {
      this.text = text;
      this.until = until;
    }
  }

  public Credentials(SecretsManagerClient secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * The text of a secret.
   *
   * @param id its name or ARN
   * @throws IllegalStateException if it cannot be read; the message names {@code id} and never the
   *     content
   */
  public String text(String id) {
    Instant now = clock.instant();
    Kept known = kept.get(id);
    if (known != null && now.isBefore(known.until)) {
      return known.text;
    }
    String text = read(id);
    kept.put(id, new Kept(text, now.plus(KEPT)));
    return text;
  }

  private String read(String id) {
    @Nullable String text;
    try {
      text = secrets.getSecretValue(get -> get.secretId(id)).secretString();
    } catch (SdkException e) {
      throw new IllegalStateException(
          "the secret "
              + id
              + " cannot be read; does it exist, and may the function call"
              + " secretsmanager:GetSecretValue on it?",
          e);
    }
    if (text == null || text.isBlank()) {
      throw new IllegalStateException(
          "the secret " + id + " holds no text; store the credential as its plain text");
    }
    return text;
  }
}
