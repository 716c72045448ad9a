package dev.tidemark.rest.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The scheme, host and port that requests go to, and a path before every resource's path.
 * Credentials are sent there and nowhere else, so that it must be https; plain http is for a server
 * on this machine, in local runs only, and for one inside the VPC that the stack admits by name.
 */
public record BaseUrl(String scheme, String host, int port, String path) {
  private static final int MAX_PORT = 65_535;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /**
   * Reads a base URL.
   *
   * @param loopback whether plain http to this machine is allowed
   * @throws DefinitionException if it cannot be used; the message says why
   */
  public static BaseUrl of(String text, boolean loopback) {
    return of(text, host -> loopback && isLoopback(host));
  }

  /**
   * Reads the base URL of an API inside the function's own network: plain http is allowed there,
   * and never to this machine. That the host's addresses are private shows when it is connected to.
   *
   * @throws DefinitionException if it cannot be used; the message says why
   */
  public static BaseUrl ofPrivate(String text) {
    return of(text, host -> !isLoopback(host));
  }

  private static BaseUrl of(String text, Predicate<String> plain) {
    String problem = problem(text, plain);
    if (problem != null) {
      throw new DefinitionException("base URL \"" + shown(text) + "\": " + problem);
    }
    URI uri = URI.create(text);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return new BaseUrl(
        uri.getScheme().toLowerCase(Locale.ROOT),
        uri.getHost(),
        uri.getPort(),
        path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** Why {@code text} cannot be used, without repeating it; null if it can. */
  static @Nullable String problem(String text) {
    return problem(text, host -> false);
  }

  /**
   * The same.
   *
   * @param plain the hosts that plain http is allowed to
   */
  static @Nullable String problem(String text, Predicate<String> plain) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return "it is no URL: " + e.getReason();
    }
    if (uri.getScheme() == null || uri.getHost() == null || uri.getPort() > MAX_PORT) {
      return "it needs scheme and host, and maybe a port, as in https://api.example.com";
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return "leave out user, query and fragment";
    }
    boolean http = uri.getScheme().equalsIgnoreCase("http");
    if (!http && !uri.getScheme().equalsIgnoreCase("https")) {
      return "the scheme must be https";
    }
    return http && !plain.test(uri.getHost())
        ? "plain http would show the credential to everyone on the way; use https (http is for a"
            + " server on this machine, in local runs)"
        : null;
  }

  /** Whether {@code host} names this machine, by its text alone. */
  public static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** Whether it names this machine. */
  public boolean loopback() {
    return isLoopback(host);
  }

  /** The port that is connected to. */
  public int connectedPort() {
    return port >= 0 ? port : scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
  }

  /** Scheme, host and port, as in {@code https://api.example.com}. */
  public String origin() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  /**
   * Where the API is, in one spelling whichever way it is written: scheme, host, port where it is
   * not the scheme's own, and path.
   */
  public String address() {
    String lower = host.toLowerCase(Locale.ROOT);
    String name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    boolean usual = connectedPort() == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
    return scheme + "://" + name + (usual ? "" : ":" + port) + path;
  }

  /** A URL may carry a password; it is not repeated. */
  private static String shown(String text) {
    return text.replaceAll("//.*@", "//…@");
  }
}
