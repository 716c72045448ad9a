package dev.tidemark.rest.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/**
 * Takes secrets out of what is shown or stored. A vendor's message may echo the request, so that
 * whatever comes from outside passes through here first.
 */
public final class Redactor {
  private static final int MAX_LENGTH = 300;
  private static final int SHORTEST_SECRET = 4;

  private final List<String> secrets;

  /** Takes nothing out. */
  public static final Redactor NONE = new Redactor(List.of());

  private Redactor(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Takes {@code credential} out, in the forms in which it travels. */
  public static Redactor of(Credential credential) {
    List<String> secrets = new ArrayList<>();
    for (String secret : credential.members().values()) {
      if (secret.length() >= SHORTEST_SECRET) {
        secrets.add(secret);
        secrets.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        secrets.add(java.net.URLEncoder.encode(secret, StandardCharsets.UTF_8));
      }
    }
    secrets.sort(Comparator.comparingInt(String::length).reversed());
    return new Redactor(secrets);
  }

  /** The text in one line of printable characters, shortened, without secrets. */
  public String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "[redacted]");
    }
    clean = clean.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "…";
  }
}
