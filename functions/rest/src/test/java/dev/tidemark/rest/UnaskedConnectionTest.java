package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Account;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class UnaskedConnectionTest {
  private static final DescribedSource LEV = DescribedSource.of("lev", Sources.builtIn("lev"));
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final CannedTransport api = new CannedTransport();
  private final InstantSource clock = InstantSource.system();

  @Test
  void recognises_what_was_published_and_reads_nothing() {
    SourceReader reader = new UnaskedConnection(LEV, null).reader("deals", api, clock);
    String line =
        "{\"id\":\"d-1\",\"_tidemark\":{\"run\":\"20261122T030000Z-abcdefghij\",\"batch\":7,"
            + "\"fetchedAt\":\"2026-11-22T03:00:00.000Z\",\"op\":\"upsert\",\"version\":null}}";
    assertThat(reader.single().recall(line.getBytes(StandardCharsets.UTF_8)).identity())
        .isEqualTo("\"d-1\"");
    assertThat(reader.single().asksForOne()).isTrue();
    assertThatThrownBy(
            () -> reader.list().read(new PageRequest(null, null, null, LIMIT), new Taken()))
        .hasMessage("nothing of lev can be run from here: no credential is at hand");
  }

  @Test
  void tells_an_account_by_its_address_and_keeps_one_shut_that_it_does_not_know()
      throws InterruptedException {
    BaseUrl url = BaseUrl.of("https://api.lev.example", false);
    assertThat(new UnaskedConnection(LEV, url).account(api, clock).read(LIMIT))
        .isEqualTo(new AccountOutcome.Known(new Account("https://api.lev.example", null)));
    assertThatThrownBy(() -> new UnaskedConnection(LEV, null).account(api, clock).origin())
        .hasMessageStartingWith("nothing of lev can be run from here");
  }
}
