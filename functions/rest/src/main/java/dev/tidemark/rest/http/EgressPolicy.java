package dev.tidemark.rest.http;

import dev.tidemark.rest.definition.BaseUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names, and refuses addresses that a deployed function must never talk to: what answers
 * there is not the API but this machine, its neighbours or the platform. The check is made on the
 * address that is connected to, so that a name that resolves to something else the second time
 * gains nothing.
 */
public final class EgressPolicy implements DnsResolver {
  /** Public addresses only: the deployed function. */
  public static final EgressPolicy PUBLIC =
      new EgressPolicy(
          (host, port, kind) -> kind == AddressKind.PUBLIC,
          "which is not public; an API inside the VPC needs the stack's AllowPrivateOrigin");

  /** Any address: a run on the operator's own machine. */
  public static final EgressPolicy ANY = new EgressPolicy((host, port, kind) -> true, "");

  /** Port of a caller that names none. */
  private static final int NO_PORT = -1;

  private final Rule rule;
  private final String refusal;

  private EgressPolicy(Rule rule, String refusal) {
    this.rule = rule;
    this.refusal = refusal;
  }

  /**
   * That one origin and nothing else, and it may have private addresses: a deployed function whose
   * API lies inside its VPC. Without encryption it must have them, since a credential in clear text
   * stays inside.
   */
  public static EgressPolicy within(BaseUrl origin) {
    return within(origin, List.of());
  }

  /**
   * The same, and the {@code others} that its definition names, over https: where its tokens are
   * given.
   */
  public static EgressPolicy within(BaseUrl origin, List<BaseUrl> others) {
    return new EgressPolicy(
        (host, port, kind) ->
            admits(origin, host, port, kind)
                || others.stream()
                    .anyMatch(one -> one.scheme().equals("https") && admits(one, host, port, kind)),
        "which AllowPrivateOrigin does not admit: it admits private addresses of "
            + origin.origin()
            + " alone");
  }

  private static boolean admits(BaseUrl origin, String host, int port, AddressKind kind) {
    boolean encrypted = origin.scheme().equals("https");
    return bare(host).equalsIgnoreCase(bare(origin.host()))
        && port == origin.connectedPort()
        && (kind == AddressKind.PRIVATE || (kind == AddressKind.PUBLIC && encrypted));
  }

  private static String bare(String host) {
    return host.replaceAll("^\\[|]$", "");
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolveAll(host, NO_PORT);
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Stream.of(resolveAll(host, port))
        .map(address -> new InetSocketAddress(address, port))
        .toList();
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] resolveAll(String host, int port) throws UnknownHostException {
    return admitted(host, port, InetAddress.getAllByName(host));
  }

  /** Those of {@code addresses} that may be connected to; the others are left out. */
  InetAddress[] admitted(String host, int port, InetAddress... addresses)
      throws UnknownHostException {
    InetAddress[] admitted =
        Stream.of(addresses)
            .filter(address -> rule.admits(host, port, AddressKind.of(address)))
            .toArray(InetAddress[]::new);
    if (admitted.length == 0) {
      throw new UnknownHostException(
          host + " has the address " + addresses[0].getHostAddress() + ", " + refusal);
    }
    return admitted;
  }

  @FunctionalInterface
  private interface Rule {
    boolean admits(String host, int port, AddressKind kind);
  }
}
