package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words for credentials: what explain says of them, and how a wrong use is refused. */
class AuthWordsTest {
  private static String with(String auth) {
    return Acme.with("apiKey: {prefix: \"Bearer \"}", auth);
  }

  private static String explained(String auth) {
    return Explanation.of(DefinitionReader.read("acme.yaml", with(auth)));
  }

  @Test
  void say_where_a_secret_goes() {
    assertThat(explained("{none: true}")).contains("none: the API is public");
    assertThat(explained("{apiKey: {query: api_key}}"))
        .contains("{\"apiKey\"} in the query parameter api_key");
    assertThat(explained("{together: [{member: a, header: X-A}, {member: b, query: b}]}"))
        .contains("{\"a\"} in the header x-a and {\"b\"} in the query parameter b");
    assertThat(
            explained(
                "{clientCredentials: {url: https://id.example.com/token, client: basic,"
                    + " parameters: {audience: acme}, ended: [{status: 403, contains: expired}]}}"))
        .contains(
            "{\"clientId\", \"clientSecret\"} as Basic authentication, for which a token is"
                + " fetched at https://id.example.com/token with {audience=acme}",
            "https://id.example.com/token; the secret goes there and to no other host",
            "401, or 403 with \"expired\"; it is fetched once more");
    assertThat(explained("{refreshToken: {path: /token}}"))
        .contains("\"refreshToken\"", "one that is replaced by each answer fails");
    assertThat(explained("{login: {path: /login}}"))
        .contains("{\"user\", \"password\"}, for which");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{none: true, apiKey: {}} | auth: | none: true beside a kind of credential",
        "{none: false} | auth: | or write none: true for a public API",
        "{apiKey: {header: X, query: k}} | auth.apiKey: | give either header or query",
        "{apiKey: {query: ''}} | auth.apiKey: | query: empty; name the parameter",
        "{apiKey: {header: 'X Y'}} | auth.apiKey: | is no header that can carry a secret",
        "{apiKey: {header: Host}} | auth.apiKey: | is no header that can carry a secret",
        "{together: [{member: a}]} | auth.together[0]: | give either header or query",
        "{together: [{member: a, header: X}, {member: b, header: x}]} | auth: | would replace",
        "{together: [{member: a, header: X}, {member: a, header: Y}]} | auth: | would replace",
        "{clientCredentials: {form: json}} | auth.clientCredentials: | give either path",
        "{clientCredentials: {path: /t, url: https://a.example}} | auth.clientCredentials: | give"
            + " either path",
        "{clientCredentials: {path: t}} | auth.clientCredentials: | must begin with /",
        "{clientCredentials: {url: http://a.example/t}} | auth.clientCredentials: | url: plain"
            + " http",
        "{clientCredentials: {url: https://u:p@a.example/t}} | auth.clientCredentials: | leave out"
            + " user, query and fragment",
        "{clientCredentials: {path: /t, client: header}} | auth.clientCredentials.client: | none of"
            + " body, basic",
        "{clientCredentials: {path: /t, parameters: {client_secret: x}}} | auth.clientCredentials:"
            + " | parameters.client_secret: it comes from the credential",
        "{clientCredentials: {path: /t, ended: [{status: 403}]}} |"
            + " auth.clientCredentials.ended[0].contains: | is missing",
        "{clientCredentials: {path: /t, ended: [{status: 403, contains: ' '}]}} |"
            + " auth.clientCredentials.ended[0]: | every 403 would pass",
        "{clientCredentials: {path: /t, ended: [{status: 429, contains: a}]}} |"
            + " auth.clientCredentials.ended[0]: | 429 asks to wait",
        "{clientCredentials: {path: /t, shown: {startsWith: a}}} | auth.clientCredentials: | leave"
            + " it out",
        "{refreshToken: {path: /t, parameters: {grant_type: a}}} | auth.refreshToken: | leave it"
            + " out here",
        "{refreshToken: {path: /t, reusable: 1}} | auth.refreshToken.reusable: | not true or false",
        "{login: {path: /t, user: a, password: a}} | auth.login: | a name of its own",
        "{login: {path: /t, parameters: {password: a}}} | auth.login: | leave it out here"
      })
  void refuse_what_would_lose_or_show_a_secret(String auth, String place, String remedy) {
    assertThat(Acme.refusal(with(auth)))
        .matches("(?s)acme\\.yaml:\\d+: .*")
        .contains(place)
        .contains(remedy);
  }

  @Test
  void of_a_token_url_without_encryption_hold_beside_a_base_url_on_this_machine_alone() {
    Definition local =
        DefinitionReader.read(
            "acme.yaml", with("{clientCredentials: {url: http://127.0.0.1:9/token}}"));
    TokenEndpoint endpoint = local.entrance().auth().endpoints().findFirst().orElseThrow();
    assertThat(endpoint.at(BaseUrl.of("http://127.0.0.1:8", true))).hasPort(9);
    assertThatThrownBy(() -> endpoint.at(BaseUrl.of("https://api.acme.example", true)))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("use https");
  }
}
