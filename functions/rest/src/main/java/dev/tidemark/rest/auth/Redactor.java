package dev.tidemark.rest.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of what is shown or stored. A vendor's message may echo the request, so that
 * whatever comes from outside passes through here first.
 */
public final class Redactor {
  private static final int MAX_LENGTH = 300;
  private static final int SHORTEST_SECRET = 4;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  private final Set<String> secrets =
      new ConcurrentSkipListSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(text -> text));

  private Redactor() {}

  /** Takes {@code credential} out, in the forms in which it travels. */
  public static Redactor of(Credential credential) {
    Redactor redactor = new Redactor();
    credential.members().values().forEach(redactor::learn);
    return redactor;
  }

  /** Takes what {@code presented} shows out as well, whatever stands before a secret. */
  public void learn(Presented presented) {
    Stream.concat(presented.headers().values().stream(), presented.query().values().stream())
        .forEach(value -> learn(value.substring(value.lastIndexOf(' ') + 1)));
  }

  /** Takes {@code secret} out from now on, in the forms in which it travels. */
  public void learn(String secret) {
    if (secret.length() >= SHORTEST_SECRET) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      String packed = Base64.getEncoder().encodeToString(bytes);
      secrets.add(secret);
      secrets.add(packed);
      secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      secrets.add(URLEncoder.encode(packed, StandardCharsets.UTF_8));
      String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
      secrets.add(encoded);
      secrets.add(encoded.replace("+", "%20"));
      secrets.add(
          ESCAPE.matcher(encoded).replaceAll(found -> found.group().toLowerCase(Locale.ROOT)));
      secrets.add(secret.replace("/", "\\/"));
    }
  }

  /** The text in one line of printable characters, shortened, without secrets. */
  public String clean(String text) {
    String clean = hide(text);
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "…";
  }

  /** The text in one line of printable characters without secrets, whole: for our own sentences. */
  public String hide(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, "[redacted]");
    }
    return UNPRINTABLE.matcher(hidden).replaceAll(" ").strip();
  }
}
