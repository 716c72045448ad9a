package dev.tidemark.rest.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whose an address is, as far as an address tells. */
enum AddressKind {
  /** Any host's on the internet. */
  PUBLIC,
  /** A neighbour's: RFC 1918 and unique local addresses, but for those that the platform took. */
  PRIVATE,
  /**
   * Of no host that serves an API: this machine, its link, the platform's metadata and name
   * servers, groups, what is reserved, and what carries another address inside.
   */
  SPECIAL;

  private static final byte[] DNS64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  static AddressKind of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()) {
      return SPECIAL;
    }
    return bytes.length == 4 ? ofIpv4(address) : ofIpv6(address);
  }

  private static AddressKind of(byte[] ipv4) {
    try {
      return of(InetAddress.getByAddress(ipv4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /**
   * The well-known prefix of RFC 6052, by which networks without IPv4 write it: it is as public as
   * the address inside. The prefix for local use says nothing of where it leads.
   */
  private static boolean isDns64(byte[] bytes) {
    return Arrays.equals(bytes, 0, DNS64.length, DNS64, 0, DNS64.length);
  }

  private static AddressKind ofIpv4(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean reserved =
        first == 0
            || first >= 240
            || (first == 100 && second >= 64 && second < 128)
            || (first == 198 && (second == 18 || second == 19))
            || (first == 192 && second == 0 && bytes[2] == 0);
    if (reserved) {
      return SPECIAL;
    }
    return address.isSiteLocalAddress() ? PRIVATE : PUBLIC;
  }

  private static AddressKind ofIpv6(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (isDns64(bytes)) {
      byte[] inside = Arrays.copyOfRange(bytes, 12, 16);
      return of(inside) == PUBLIC ? PUBLIC : SPECIAL;
    }
    boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    // fd00:ec2::/32 is where AWS answers with metadata, names and time.
    boolean platform =
        (bytes[0] & 0xff) == 0xfd && bytes[1] == 0 && bytes[2] == 0x0e && (bytes[3] & 0xff) == 0xc2;
    if (address.isSiteLocalAddress() || embedsIpv4(bytes) || platform) {
      return SPECIAL;
    }
    return uniqueLocal ? PRIVATE : PUBLIC;
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
