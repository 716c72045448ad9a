package dev.tidemark.rest.http;

import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.DefinitionException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * How hosts are reached from a machine: through which proxy, and by whose certificates they are
 * believed. A deployed function goes its way directly, since behind a proxy its addresses could not
 * be judged.
 */
public final class Way {
  /** No proxy, and the authorities that the JDK knows. */
  public static final Way DIRECT = new Way(null, null, List.of(), null);

  private static final String CA_FILE = "TIDEMARK_CA_FILE";

  private final @Nullable HttpHost proxy;
  private final @Nullable String login;
  private final List<String> direct;
  private final @Nullable SSLContext trust;

  private Way(
      @Nullable HttpHost proxy,
      @Nullable String login,
      List<String> direct,
      @Nullable SSLContext trust) {
    this.proxy = proxy;
    this.login = login;
    this.direct = List.copyOf(direct);
    this.trust = trust;
  }

  /**
   * The way that environment variables say: {@code HTTPS_PROXY}, {@code NO_PROXY}, {@code
   * TIDEMARK_CA_FILE} and {@code SSL_CERT_FILE}, the first two in small letters as well.
   *
   * @throws DefinitionException if one of them cannot be used; the message names it
   */
  public static Way of(Map<String, String> variables) {
    String given = either(variables, "HTTPS_PROXY", "https_proxy");
    URI proxy = given == null ? null : proxy(given);
    String none = either(variables, "NO_PROXY", "no_proxy");
    List<String> direct =
        Stream.of((none == null ? "" : none).split("[,\\s]+", -1))
            .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("^(\\*?\\.)", ""))
            .filter(name -> !name.isEmpty())
            .toList();
    return new Way(
        proxy == null ? null : new HttpHost("http", proxy.getHost(), port(proxy)),
        proxy == null ? null : proxy.getRawUserInfo(),
        direct,
        trust(variables));
  }

  private static @Nullable SSLContext trust(Map<String, String> variables) {
    String name = either(variables, CA_FILE, "") == null ? "SSL_CERT_FILE" : CA_FILE;
    String file = either(variables, name, "");
    return file == null ? null : Authorities.with(name, Path.of(file));
  }

  private static @Nullable String either(Map<String, String> variables, String one, String other) {
    String value = variables.getOrDefault(one, variables.getOrDefault(other, ""));
    return value.isBlank() ? null : value.strip();
  }

  private static URI proxy(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Its message would repeat a password.
      throw unusable();
    }
    throw unusable();
  }

  private static DefinitionException unusable() {
    return new DefinitionException(
        "HTTPS_PROXY cannot be used; write http://host:port, or http://user:password@host:port with"
            + " both percent-encoded");
  }

  private static int port(URI proxy) {
    return proxy.getPort() < 0 ? 80 : proxy.getPort();
  }

  /** The proxy that a request to {@code host} goes through; null where it goes directly. */
  @Nullable HttpHost proxyTo(String scheme, String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    boolean excepted =
        direct.stream()
            .anyMatch(one ->
                one.equals("*")
                    || one.equals(name)
                    || one.equals(name + ":" + port)
                    || name.endsWith("." + one));
    return !scheme.equalsIgnoreCase("https") || BaseUrl.isLoopback(host) || excepted ? null : proxy;
  }

  /** The proxy; null for none. */
  @Nullable HttpHost proxy() {
    return proxy;
  }

  /** User and password of the proxy; null where it asks for none. */
  String @Nullable [] login() {
    if (login == null) {
      return null;
    }
    String[] parts = login.split(":", 2);
    return new String[] {decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1])};
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** What certificates are judged by; null for what the JDK does. */
  @Nullable SSLContext trust() {
    return trust;
  }

  @Override
  public String toString() {
    return "Way[" + (proxy == null ? "direct" : proxy.toHostString()) + "]";
  }
}
