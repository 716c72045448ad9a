package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.page.PageQuirk.NoNextCursor.Form;
import dev.tidemark.simulators.server.Quirk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevAnswersTest {
  private final Lev lev = Lev.start(DatasetPlan.of(1, 45));
  private final Desk desk = Desk.at(Desk.lev(lev), "deals");

  @AfterEach
  void close() {
    desk.close();
    lev.close();
  }

  private PageOutcome met(Quirk quirk) throws InterruptedException {
    lev.quirks().add("deals", quirk);
    return desk.first();
  }

  private String refused(Quirk quirk) throws InterruptedException {
    PageOutcome outcome = met(quirk);
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).requestId()).isNotNull();
    return ((Refused) outcome).reason();
  }

  @Nested
  class TooManyRequests {
    private void waits(LevErrorShape shape, RetryHint form, long seconds) throws Exception {
      Instant before = InstantSource.system().instant();
      PageOutcome outcome = met(new LevQuirk.RateLimited(shape, form, seconds));
      assertThat(outcome).isInstanceOf(Throttled.class);
      Throttled throttled = (Throttled) outcome;
      assertThat(throttled.asked()).isTrue();
      assertThat(throttled.requestId()).isNotNull();
      assertThat(Duration.between(before, throttled.until()))
          .isBetween(Duration.ofSeconds(seconds - 1), Duration.ofSeconds(seconds + 5));
    }

    @Test
    void are_answered_with_the_seconds_in_the_body() throws Exception {
      waits(LevErrorShape.JUNE_2026, RetryHint.ABSENT, 60);
    }

    @Test
    void are_answered_with_the_seconds_in_prose() throws Exception {
      waits(LevErrorShape.MARCH_2026, RetryHint.ABSENT, 30);
    }

    @Test
    void are_answered_with_a_header_that_goes_first() throws Exception {
      waits(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 40);
    }

    @Test
    void are_answered_with_a_date() throws Exception {
      waits(LevErrorShape.MARCH_2026, RetryHint.HTTP_DATE, 50);
    }

    @Test
    void may_say_nothing_about_the_time() throws Exception {
      PageOutcome outcome =
          met(new LevQuirk.RateLimited(LevErrorShape.STRING, RetryHint.ABSENT, 9));
      assertThat(outcome).isInstanceOf(Throttled.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void a_service_that_is_down_is_unavailable(int status) throws InterruptedException {
    PageOutcome outcome = met(new LevQuirk.ServerError(status));
    assertThat(outcome).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) outcome).reason()).contains("answered " + status);
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_is_told_in_the_words_of_the_vendor(LevErrorShape shape)
      throws InterruptedException {
    lev.quirks().add("deals", new LevQuirk.ErrorsShapedAs(shape));
    PageOutcome outcome = met(new LevQuirk.Forbidden("deals:read"));
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).reason())
        .contains("answered 403 (Missing required scope: deals:read)", "give it the scope");
  }

  @Test
  void a_credential_that_is_not_accepted_is_refused() throws InterruptedException {
    assertThat(refused(new LevQuirk.Unauthorized())).contains("401", "replace it");
  }

  @Test
  void a_request_that_is_not_understood_is_refused() throws InterruptedException {
    PageOutcome outcome = met(new LevQuirk.ActiveAccountRequired());
    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(((Refused) outcome).reason()).contains("400 (Active account required.");
  }

  @Test
  void a_path_that_does_not_exist_is_refused() throws InterruptedException {
    try (Desk lost =
        Desk.at(
            Desk.account("lev", lev.baseUri().resolve("/build"), Lev.API_KEY, Map.of()), "deals")) {
      assertThat(((Refused) lost.first()).reason())
          .contains("404", "is the base URL right?", "errors.nothingNew");
    }
  }

  @Test
  void a_cursor_is_refused_by_400_and_422_and_only_where_one_was_sent() throws Exception {
    String cursor = String.valueOf(((Delivered) desk.first()).next());
    lev.quirks().add("deals", new LevQuirk.CursorRejected());
    assertThat(desk.first()).isInstanceOf(Delivered.class);
    assertThat(desk.next(cursor)).isInstanceOf(CursorRejected.class);
    assertThat(desk.next("nonsense")).isInstanceOf(CursorRejected.class);
  }

  @ParameterizedTest
  @EnumSource
  void more_without_a_cursor_is_refused(Form form) throws InterruptedException {
    assertThat(refused(new PageQuirk.NoNextCursor(form)))
        .contains("would restart the walk for ever");
  }

  @Test
  void a_page_without_its_paging_block_is_refused() throws InterruptedException {
    assertThat(refused(new PageQuirk.MissingPagination()))
        .contains("no pagination.has_more of true or false");
  }

  @Test
  void a_page_of_null_is_an_accident_unless_it_is_the_last() throws InterruptedException {
    assertThat(met(new PageQuirk.NullData())).isInstanceOf(Unavailable.class);
    lev.quirks().clear();
    String second = String.valueOf(((Delivered) desk.first()).next());
    String third = String.valueOf(((Delivered) desk.next(second)).next());
    lev.quirks().add("deals", new PageQuirk.NullData());
    PageOutcome last = desk.next(third);
    assertThat(last).isInstanceOf(Delivered.class);
    assertThat(((Delivered) last).next()).isNull();
    assertThat(desk.taken().records()).hasSize(40);
  }

  @Test
  void what_is_no_record_is_rejected_and_the_rest_of_the_page_is_kept() throws Exception {
    lev.quirks().add("deals", new PageQuirk.RecordWithoutId());
    assertThat(met(new PageQuirk.NonObjectRecord("\"gone\""))).isInstanceOf(Delivered.class);
    assertThat(desk.taken().rejects()).hasSize(2);
    assertThat(desk.taken().records()).hasSize(20);
  }
}
