package dev.tidemark.rest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names, and refuses addresses that a deployed function must never talk to: what answers
 * there is not the API but this machine, its neighbours or the platform. The check is made on the
 * address that is connected to, so that a name that resolves to something else the second time
 * gains nothing.
 */
public enum Reach implements DnsResolver {
  /** Public addresses only: the deployed function. */
  PUBLIC,
  /** Any address: a run on the operator's own machine. */
  ANY;

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    if (this == PUBLIC) {
      for (InetAddress address : addresses) {
        if (!isPublic(address)) {
          throw new UnknownHostException(
              host + " has the address " + address.getHostAddress() + ", which is not public");
        }
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean special =
        address.isAnyLocalAddress()
            || address.isLoopbackAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    boolean reserved =
        bytes.length == 4
            ? first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 192 && second == 0 && bytes[2] == 0)
            // Unique local, and the ranges that carry an IPv4 address inside.
            : (first & 0xfe) == 0xfc || embedsIpv4(bytes);
    return !special && !reserved;
  }

  private static boolean embedsIpv4(byte[] bytes) {
    boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
    boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
    boolean compatible = true;
    for (int i = 0; i < 10; i++) {
      compatible &= bytes[i] == 0;
    }
    return nat64 || sixToFour || teredo || compatible;
  }
}
