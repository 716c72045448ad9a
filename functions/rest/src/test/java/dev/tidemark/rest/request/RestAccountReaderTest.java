package dev.tidemark.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.state.Account;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose data an API shows, as its definition says where to ask. */
class RestAccountReaderTest {
  private static final String KEY = "key-of-nobody-else";

  private final CannedTransport api = new CannedTransport();
  private final SourceConnection source = account(definition());

  private static Definition definition() {
    return DefinitionReader.read(
        "acme.yaml",
        """
        tidemark: 1
        source: acme
        title: Acme
        baseUrl: https://API.acme.example:443/v2/
        auth: {apiKey: {}}
        account: {path: /me, id: data.account.id}
        requestId: {header: X-Request-Id}
        resources:
          all: {path: /all, records: data, id: id, pagination: {kind: none}, order: id, promote: run-start}
        """);
  }

  private static SourceConnection account(Definition definition) {
    URI base = URI.create(String.valueOf(definition.entrance().baseUrl()));
    return Desk.account(definition, base, KEY, Settings.DEFAULT);
  }

  private AccountOutcome read(SourceConnection connection) throws InterruptedException {
    return connection.account(api, InstantSource.fixed(AnyApi.NOW)).read(Duration.ofSeconds(9));
  }

  @Test
  void is_asked_for_with_the_credential_and_once_in_a_process() throws InterruptedException {
    api.then(200, "{\"data\":{\"account\":{\"id\":123}}}");
    AccountOutcome expected =
        new AccountOutcome.Known(new Account("https://api.acme.example/v2", "123"));
    assertThat(read(source)).isEqualTo(expected);
    assertThat(read(source)).isEqualTo(expected);
    assertThat(api.asked()).hasSize(1);
    assertThat(api.asked().getFirst().uri()).hasToString("https://API.acme.example:443/v2/me");
    assertThat(api.asked().getFirst().headers().values()).anyMatch(value -> value.contains(KEY));
    assertThat(api.asked().getFirst().limit()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void is_the_base_url_where_the_definition_says_no_more() throws InterruptedException {
    SourceConnection plain = account(AnyApi.definition("pagination: {kind: none}"));
    assertThat(read(plain)).isEqualTo(new AccountOutcome.Known(new Account(AnyApi.BASE, null)));
    assertThat(api.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "401, '{}', Refused, the credential is refused",
    "403, '{}', Refused, may not read this",
    "404, '{}', Refused, nothing at this path",
    "503, '{}', Unavailable, answered 503",
    "204, '', Unavailable, answered 204",
    "200, '<html>', Unavailable, gave no JSON object",
    "200, '[1]', Unavailable, gave no JSON object",
    "200, '{\"data\":{}}', Refused, correct account.id in the definition",
    "200, '{\"data\":{\"account\":{\"id\":\"\"}}}', Refused, correct account.id",
    "200, '{\"data\":{\"account\":{\"id\":\"key-of-nobody-else\"}}}', Refused, part of the"
        + " credential"
  })
  void that_cannot_be_told_is_no_account(int status, String body, String kind, String said)
      throws InterruptedException {
    api.then(status, body);
    assertThat(read(source))
        .isInstanceOfSatisfying(
            AccountOutcome.Unknown.class,
            unknown -> {
              assertThat(unknown.why().getClass().getSimpleName()).isEqualTo(kind);
              assertThat(unknown.why().toString()).contains(said).doesNotContain(KEY);
            });
    api.then(200, "{\"data\":{\"account\":{\"id\":\"a-7\"}}}");
    assertThat(read(source)).isInstanceOf(AccountOutcome.Known.class);
  }

  @Test
  void is_waited_for_as_a_page_is() throws InterruptedException {
    api.then(429, "{}");
    assertThat(read(source))
        .isInstanceOfSatisfying(
            AccountOutcome.Unknown.class,
            unknown -> assertThat(unknown.why()).isInstanceOf(PageOutcome.Throttled.class));
  }
}
