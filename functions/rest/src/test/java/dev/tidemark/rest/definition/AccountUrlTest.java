package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccountUrlTest {
  private static final String OWN =
      Acme.with("baseUrl: https://api.acme.example", "accountUrl: https://you.acme.example");

  @Test
  void is_an_example_and_never_asked() {
    Definition acme = DefinitionReader.read("acme.yaml", OWN);
    assertThatThrownBy(() -> acme.baseUrl(null, true))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "acme has no base URL for all accounts: give the account's own, such as"
                + " https://you.acme.example, with --base-url or the stack's parameter BaseUrl");
    assertThat(acme.baseUrl("https://me.acme.example", false).host()).isEqualTo("me.acme.example");
  }

  @Test
  void stands_in_place_of_a_base_url() {
    assertThat(Acme.refusal(Acme.with("baseUrl: https://api.acme.example\n", "")))
        .contains("give either baseUrl or, where every account has its own, accountUrl");
    assertThat(Acme.refusal(Acme.TEXT + "accountUrl: https://you.acme.example\n"))
        .contains("give either baseUrl or");
    assertThat(Acme.refusal(OWN.replace("https://you", "http://you")))
        .contains("accountUrl: plain");
  }

  @Test
  void gives_way_to_what_everybody_uses() {
    Definition acme = DefinitionReader.read("acme.yaml", Acme.TEXT);
    assertThat(acme.baseUrl(null, false).origin()).isEqualTo("https://api.acme.example");
    assertThat(acme.baseUrl("http://127.0.0.1:1", true).loopback()).isTrue();
    assertThatThrownBy(() -> acme.baseUrl("http://127.0.0.1:1", false))
        .isInstanceOf(DefinitionException.class);
  }
}
