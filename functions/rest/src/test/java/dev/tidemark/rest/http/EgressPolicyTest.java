package dev.tidemark.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "169.254.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::a00:1",
        "64:ff9b::c0a8:1",
        "64:ff9b::e000:1",
        "64:ff9b:0:0:1::808:808",
        "64:ff9b:1::a00:1",
        "64:ff9b:1::808:808",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1"
      })
  void what_is_this_machine_or_its_neighbours_or_the_platform_is_not_public(String address)
      throws UnknownHostException {
    InetAddress literal = InetAddress.getByName(address);
    assertThat(AddressKind.of(literal)).isNotEqualTo(AddressKind.PUBLIC);
    assertThatThrownBy(() -> EgressPolicy.PUBLIC.resolve(address))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("not public");
    assertThat(EgressPolicy.ANY.resolve(address)).containsExactly(literal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "198.17.255.255",
        "198.20.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::cb00:7107",
        "64:ff9b::808:808",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2003::1"
      })
  void what_is_next_to_those_ranges_is_public(String address) throws UnknownHostException {
    assertThat(EgressPolicy.PUBLIC.resolve(address)).hasSize(1);
  }

  @Test
  void a_name_is_as_public_as_every_one_of_its_addresses() {
    assertThatThrownBy(() -> EgressPolicy.PUBLIC.resolve("localhost"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("localhost has the address");
  }

  @Test
  void an_address_that_is_not_public_is_left_out_beside_one_that_is() throws UnknownHostException {
    InetAddress open = InetAddress.getByName("203.0.113.7");
    InetAddress inside = InetAddress.getByName("10.0.0.1");
    InetAddress same = InetAddress.getByName("64:ff9b::cb00:7107");
    assertThat(EgressPolicy.PUBLIC.admitted("api.example.com", 443, inside, open, same))
        .containsExactly(open, same);
    assertThatThrownBy(() -> EgressPolicy.PUBLIC.admitted("api.example.com", 443, inside))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("api.example.com has the address 10.0.0.1, which is not public");
  }

  @Test
  void a_name_is_not_looked_up_for_another_one() {
    assertThat(EgressPolicy.PUBLIC.resolveCanonicalHostname("api.example.com"))
        .isEqualTo("api.example.com");
  }
}
