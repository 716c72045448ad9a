package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
  @Test
  void names_the_origin_and_the_path_before_every_path() {
    BaseUrl url = BaseUrl.of("HTTPS://api.example.com:8443/v2/", false);
    assertThat(url.origin()).isEqualTo("https://api.example.com:8443");
    assertThat(url.path()).isEqualTo("/v2");
    assertThat(BaseUrl.of("https://api.example.com/", false).path()).isEmpty();
    assertThat(BaseUrl.of("https://[2001:db8::1]:8443", false).origin())
        .isEqualTo("https://[2001:db8::1]:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost:1", "http://127.0.0.1:1", "http://127.9.9.9", "http://[::1]:1"})
  void may_be_plain_http_to_this_machine_in_a_local_run_only(String url) {
    assertThat(BaseUrl.of(url, true).loopback()).isTrue();
    assertThatThrownBy(() -> BaseUrl.of(url, false)).hasMessageContaining("plain http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://10.0.0.1",
        "http://0.0.0.0"
      })
  void is_not_fooled_by_a_host_that_looks_like_this_machine(String url) {
    assertThatThrownBy(() -> BaseUrl.of(url, true)).hasMessageContaining("plain http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:hush@api.example.com",
        "https://me:hush word@api.example.com",
        "https://me:hush@api.example.com/a b",
        "https://me:hush/@api.example.com"
      })
  void that_carries_a_password_is_refused_without_repeating_it(String url) {
    assertThatThrownBy(() -> BaseUrl.of(url, true))
        .isInstanceOf(DefinitionException.class)
        .hasMessageNotContaining("hush");
  }

  @Test
  void with_a_port_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> BaseUrl.of("https://api.example.com:70000", false))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("port");
  }
}
