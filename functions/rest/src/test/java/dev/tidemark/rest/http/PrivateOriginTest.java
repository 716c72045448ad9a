package dev.tidemark.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.standin.OwnServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateOriginTest {
  private static EgressPolicy within(String url) {
    return EgressPolicy.within(BaseUrl.ofPrivate(url));
  }

  private static void refused(EgressPolicy reach, String host, int port) {
    assertThatThrownBy(() -> reach.resolve(host, port))
        .as(host)
        .isInstanceOf(UnknownHostException.class)
        .hasMessageContaining("AllowPrivateOrigin does not admit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.3.4",
        "::ffff:10.0.0.1",
        "fd12:3456::1",
        "fc00::1"
      })
  void may_have_private_addresses_with_encryption_and_without(String address) throws Exception {
    String host = address.contains(":") ? "[" + address + "]" : address;
    InetSocketAddress https = new InetSocketAddress(InetAddress.getByName(address), 443);
    assertThat(within("https://" + host).resolve(address, 443)).containsExactly(https);
    InetSocketAddress http = new InetSocketAddress(InetAddress.getByName(address), 8080);
    assertThat(within("http://" + host + ":8080").resolve(address, 8080)).containsExactly(http);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "::1",
        "0.0.0.0",
        "169.254.169.254",
        "169.254.170.2",
        "fe80::1",
        "fd00:ec2::254",
        "fd00:ec2::253",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "64:ff9b::7f00:1",
        "::ffff:127.0.0.1"
      })
  void never_has_the_address_of_this_machine_or_of_the_platform(String address) {
    String host = address.contains(":") ? "[" + address + "]" : address;
    refused(within("https://" + host), address, 443);
  }

  @Test
  void is_one_host_and_one_port_and_no_other() throws UnknownHostException {
    EgressPolicy reach = within("https://10.0.0.1:8443");
    assertThat(reach.resolve("10.0.0.1", 8443)).hasSize(1);
    refused(reach, "10.0.0.1", 443);
    refused(reach, "10.0.0.2", 8443);
    refused(reach, "8.8.8.8", 8443);
    assertThatThrownBy(() -> reach.resolve("10.0.0.1")).hasMessageContaining("does not admit");
  }

  @Test
  void is_left_for_the_token_url_of_its_definition_over_https_alone() throws UnknownHostException {
    BaseUrl origin = BaseUrl.ofPrivate("http://10.0.0.1:8080");
    EgressPolicy reach =
        EgressPolicy.within(
            origin,
            List.of(
                BaseUrl.of("https://8.8.8.8/token", true),
                BaseUrl.of("https://10.0.0.7/token", true),
                BaseUrl.of("http://127.0.0.1:9/token", true)));
    assertThat(reach.resolve("10.0.0.1", 8080)).hasSize(1);
    assertThat(reach.resolve("8.8.8.8", 443)).hasSize(1);
    assertThat(reach.resolve("10.0.0.7", 443)).hasSize(1);
    refused(reach, "8.8.8.8", 80);
    refused(reach, "8.8.4.4", 443);
    refused(reach, "127.0.0.1", 9);
  }

  @Test
  void without_encryption_has_no_public_address() throws UnknownHostException {
    refused(within("http://8.8.8.8"), "8.8.8.8", 80);
    assertThat(within("https://8.8.8.8").resolve("8.8.8.8", 443)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9001", "http://127.0.0.1:9001", "http://[::1]"})
  void is_refused_at_once_where_its_text_names_this_machine(String url) {
    assertThatThrownBy(() -> BaseUrl.ofPrivate(url)).isInstanceOf(DefinitionException.class);
  }

  @Test
  void does_not_open_this_machine_by_a_name_that_leads_to_it() {
    try (OwnServer server = new OwnServer();
        HttpTransport deployed =
            new HttpTransport(within("https://localhost:" + server.uri().getPort()))) {
      URI uri = URI.create("http://localhost:" + server.uri().getPort() + "/");
      assertThatThrownBy(() -> deployed.get(uri, Map.of(), Duration.ofSeconds(5)))
          .hasMessageContaining("does not admit");
      assertThat(server.requests()).isZero();
    }
  }
}
