package dev.tidemark.rest.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.ChildOutcome;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.ParentOutcome;
import dev.tidemark.core.source.ParentOutcome.Word;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of one parent page by page, and the parent by its own path. */
class RestChildReaderTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpTransport transport = new HttpTransport(EgressPolicy.ANY);
  private final Lev lev = Lev.start(DatasetPlan.of(1, 7).withRecords("notes", 5));
  private final String deal = lev.collection("deals").ids().get(2);
  private final Taken taken = new Taken();

  @AfterEach
  void close() {
    transport.close();
    lev.close();
  }

  private ChildReader children(String resource) {
    return Objects.requireNonNull(
        Desk.account("lev", lev.baseUri(), Lev.API_KEY, Map.of("pageSize", "2"))
            .reader(resource, transport, InstantSource.system())
            .children());
  }

  private ChildOutcome page(String resource, @Nullable String cursor) throws InterruptedException {
    Cursor at = cursor == null ? null : new Cursor(cursor, Instant.EPOCH);
    return children(resource).list(deal, at, LIMIT, taken);
  }

  private ParentOutcome parent() throws InterruptedException {
    return children("deal_notes").parent(deal, LIMIT);
  }

  @Test
  void a_call_is_one_page_and_gives_the_cursor_of_the_next() throws InterruptedException {
    String next = null;
    do {
      ChildOutcome outcome = page("deal_notes", next);
      assertThat(outcome).isInstanceOf(ChildOutcome.Listed.class);
      next = ((PageOutcome.Delivered) ((ChildOutcome.Listed) outcome).page()).next();
    } while (next != null);
    assertThat(lev.log().count("deals/{id}/notes")).isEqualTo(3);
    assertThat(taken.records())
        .extracting(Taken.Landed::identity)
        .containsExactlyElementsOf(
            lev.children(deal, "notes").ids().stream().map(id -> deal + "/" + id).toList());
    assertThat(taken.records().getFirst().parent()).isEqualTo(deal);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void a_list_that_may_not_be_read_is_hidden(int status) throws InterruptedException {
    lev.quirks().add("deals/{id}/notes", new ReplyQuirk.Canned(status, "application/json", "{}"));
    assertThat(page("deal_notes", null)).isInstanceOf(ChildOutcome.Hidden.class);
  }

  @ParameterizedTest
  @CsvSource({
    "deal_notes, 404, false",
    "deal_financials, 404, true",
    "deal_financials, 403, false"
  })
  void only_an_only_child_can_be_said_not_to_be_there(String resource, int status, boolean none)
      throws InterruptedException {
    lev.quirks()
        .add(
            resource.replace("deal_", "deals/{id}/"),
            new ReplyQuirk.Canned(status, "application/json", "{}"));
    ChildOutcome outcome = page(resource, null);
    assertThat(outcome).isInstanceOf(ChildOutcome.Hidden.class);
    assertThat(((ChildOutcome.Hidden) outcome).none()).isEqualTo(none);
  }

  @Test
  void a_list_that_breaks_off_is_no_list() throws InterruptedException {
    lev.quirks().add("deals/{id}/notes", Schedule.at(1), new LevQuirk.ServerError(500));
    assertThat(((ChildOutcome.Listed) page("deal_notes", null)).page())
        .isInstanceOf(PageOutcome.Unavailable.class);
  }

  @Test
  void a_parent_is_there_or_gone_by_its_own_path() throws InterruptedException {
    assertThat(((ParentOutcome.Answered) parent()).word()).isEqualTo(Word.THERE);
    lev.collection("deals").delete(deal);
    assertThat(((ParentOutcome.Answered) parent()).word()).isEqualTo(Word.GONE);
    assertThat(lev.log().count("deals/{id}")).isEqualTo(2);
    assertThat(taken.records()).isEmpty();
  }

  @Test
  void a_parent_that_may_not_be_seen_is_hidden() throws InterruptedException {
    lev.quirks().add("deals/{id}", new ReplyQuirk.Canned(403, "application/json", "{}"));
    assertThat(((ParentOutcome.Answered) parent()).word()).isEqualTo(Word.HIDDEN);
  }

  @Test
  void a_parent_that_cannot_be_told_is_unknown() throws InterruptedException {
    lev.quirks().add("deals/{id}", Schedule.at(1), new LevQuirk.ServerError(500));
    assertThat(parent()).isInstanceOf(ParentOutcome.Unknown.class);
    lev.quirks().add("deals/{id}", Schedule.at(1), new LevQuirk.Unauthorized());
    assertThat(parent()).isInstanceOf(ParentOutcome.Unknown.class);
  }
}
