package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.askelephant.AskElephantQuirk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.server.Quirk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskElephantAnswersTest {
  private final AskElephant ask = AskElephant.start(DatasetPlan.of(1, 45));
  private final Desk desk = Desk.at(Desk.ask(ask), "contacts");

  @AfterEach
  void close() {
    desk.close();
    ask.close();
  }

  private PageOutcome met(Quirk quirk) throws InterruptedException {
    ask.quirks().add("contacts", quirk);
    return desk.first();
  }

  @ParameterizedTest
  @EnumSource(names = {"SECONDS", "HTTP_DATE"})
  void too_many_requests_say_when_to_come_back(RetryHint form) throws InterruptedException {
    Instant before = InstantSource.system().instant();
    PageOutcome outcome = met(new AskElephantQuirk.RateLimited(form, 90));
    assertThat(outcome).isInstanceOf(Throttled.class);
    assertThat(Duration.between(before, ((Throttled) outcome).until()))
        .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(95));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 520, 524})
  void a_service_that_is_down_is_unavailable(int status) throws InterruptedException {
    PageOutcome outcome = met(new AskElephantQuirk.ServerError(status));
    assertThat(outcome).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) outcome).requestId()).startsWith("rid_");
  }

  @Test
  void a_refusal_is_told_in_the_words_of_the_vendor() throws InterruptedException {
    Refused refused = (Refused) met(new AskElephantQuirk.Forbidden("contacts:read"));
    assertThat(refused.reason()).contains("answered 403 (Missing scope contacts:read.)");
    assertThat(refused.requestId()).startsWith("rid_");
  }

  @Test
  void a_credential_that_is_not_accepted_is_refused() throws InterruptedException {
    assertThat(((Refused) met(new AskElephantQuirk.Unauthorized())).reason())
        .contains("401 (The credential was revoked.): the credential is refused");
  }

  @Test
  void a_cursor_is_refused_by_400_and_by_422() throws InterruptedException {
    String cursor = String.valueOf(((Delivered) desk.first()).next());
    ask.quirks().add("contacts", new AskElephantQuirk.CursorRejected());
    assertThat(desk.next(cursor)).isInstanceOf(CursorRejected.class);
    ask.quirks().add("contacts", new AskElephantQuirk.CursorsRefusedWith422());
    PageOutcome outcome = desk.next(cursor);
    assertThat(outcome).isInstanceOf(CursorRejected.class);
    assertThat(((CursorRejected) outcome).reason()).contains("422");
  }

  @Test
  void a_page_size_that_is_too_large_is_never_asked_for() throws InterruptedException {
    try (Desk whole =
        Desk.at(
            Desk.account("askelephant", ask.baseUri(), AskElephant.API_KEY, Map.of()), "users")) {
      assertThat(whole.first()).isInstanceOf(Delivered.class);
      assertThat(whole.taken().records()).hasSize(45);
    }
  }

  @Test
  void a_page_without_has_more_is_refused() throws InterruptedException {
    assertThat(((Refused) met(new PageQuirk.MissingPagination())).reason())
        .contains("no has_more of true or false");
  }

  @Test
  void an_empty_page_in_the_middle_goes_on() throws InterruptedException {
    PageOutcome outcome = met(new PageQuirk.EmptyData());
    assertThat(((Delivered) outcome).next()).isNotNull();
  }
}
