package dev.tidemark.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.standin.OwnAuthority;
import dev.tidemark.rest.standin.OwnProxy;
import dev.tidemark.rest.standin.SecureServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to an API through a proxy and by an authority that no JDK knows. */
class WayTest {
  private static final String HOST = "api.acme.example";

  @TempDir private static Path folder;
  private static OwnAuthority authority;
  private static SecureServer server;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    authority = OwnAuthority.in(folder, HOST);
    server = new SecureServer(authority);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String read(Way way, URI uri) throws IOException {
    try (HttpTransport transport = new HttpTransport(EgressPolicy.ANY, way);
        Response answer = transport.get(uri, Map.of(), Duration.ofSeconds(20))) {
      return new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  private static Way trusting(Map<String, String> more) {
    Map<String, String> variables = new java.util.HashMap<>(more);
    variables.put("TIDEMARK_CA_FILE", authority.file().toString());
    return Way.of(variables);
  }

  @Test
  void an_authority_of_a_file_is_believed_beside_those_of_the_jdk() throws IOException {
    assertThat(read(trusting(Map.of()), server.at("localhost"))).isEqualTo("hello");
    Way usual = Way.of(Map.of("SSL_CERT_FILE", authority.file().toString()));
    assertThat(read(usual, server.at("localhost"))).isEqualTo("hello");
  }

  @Test
  void a_certificate_of_an_unknown_authority_says_what_helps() {
    assertThatThrownBy(() -> read(Way.DIRECT, server.at("localhost")))
        .hasMessage(
            "the certificate of localhost is signed by no authority that is known here; where that"
                + " is a proxy or an authority of your own, name its PEM file with the variable"
                + " TIDEMARK_CA_FILE");
    assertThatThrownBy(() -> read(trusting(Map.of()), server.at("127.0.0.1")))
        .hasMessageContaining("the certificate that answers for 127.0.0.1 is for other names");
  }

  @Test
  void a_proxy_is_asked_to_connect_and_sees_no_more_than_the_host() throws IOException {
    try (OwnProxy proxy = new OwnProxy(server.port(), null)) {
      Way way = trusting(Map.of("https_proxy", "http://127.0.0.1:" + proxy.port()));
      assertThat(read(way, URI.create("https://" + HOST + "/all?api_key=hush"))).isEqualTo("hello");
      assertThat(proxy.asked().toString())
          .contains("CONNECT " + HOST + ":443")
          .doesNotContain("hush");
    }
  }

  @Test
  void a_proxy_that_asks_for_a_password_is_shown_it() throws IOException {
    // Base64 of jo:p@ss.
    try (OwnProxy proxy = new OwnProxy(server.port(), "Basic am86cEBzcw==")) {
      String login = "http://jo:p%40ss@127.0.0.1:" + proxy.port();
      assertThat(read(trusting(Map.of("HTTPS_PROXY", login)), URI.create("https://" + HOST + "/")))
          .isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "api.acme.example, https, true",
    "other.example, https, false",
    "deep.other.example, https, false",
    "another.example, https, true",
    "ported.example, https, false",
    "localhost, https, false",
    "127.0.0.1, https, false",
    "api.acme.example, http, false"
  })
  void a_proxy_is_gone_round_where_it_is_said(String host, String scheme, boolean through) {
    Way way =
        Way.of(
            Map.of(
                "HTTPS_PROXY",
                "proxy.example:8080",
                "NO_PROXY",
                ".other.example, ported.example:443"));
    assertThat(way.proxyTo(scheme, host, 443) != null).isEqualTo(through);
    Way none = Way.of(Map.of("HTTPS_PROXY", "proxy.example:8080", "no_proxy", "*"));
    assertThat(none.proxyTo(scheme, host, 443)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://proxy.example", "socks5://hush@proxy.example", "http://", "http://a b"})
  void a_proxy_that_cannot_be_used_is_refused_without_being_repeated(String proxy) {
    assertThatThrownBy(() -> Way.of(Map.of("HTTPS_PROXY", proxy)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("write http://host:port")
        .hasMessageNotContaining("hush");
  }

  @Test
  void a_file_without_certificates_is_refused_by_the_name_of_its_variable() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    for (Path file : new Path[] {empty, folder.resolve("none.pem")}) {
      assertThatThrownBy(() -> Way.of(Map.of("SSL_CERT_FILE", file.toString())))
          .isInstanceOf(DefinitionException.class)
          .hasMessageContainingAll("SSL_CERT_FILE: ", file.toString(), "name a file of PEM");
    }
  }
}
