package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.testkit.contract.TakenPage.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a {@link PageReader} owes, over a source that serves known records on at least three pages.
 */
public abstract class PageReaderContract {
  /** How the source answers its next request. */
  protected enum Trouble {
    /** The body breaks off after at least one record. */
    BREAKS_OFF,
    /** Too many requests. */
    THROTTLES,
    /** The service is down. */
    IS_DOWN,
    /** The cursor is refused. */
    REFUSES_THE_CURSOR,
    /** The credential is not accepted. */
    REFUSES_THE_CALLER
  }

  /** A reader of the source. */
  protected abstract PageReader reader();

  /**
   * The records' own bytes as text, in the order of the walk, without white space between tokens.
   */
  protected abstract List<String> records();

  /**
   * The values on the source's pages that cannot be records, in the order of the walk; at least
   * one.
   */
  protected abstract List<String> oddities();

  /** Lets the next request meet {@code trouble}. */
  protected abstract void next(Trouble trouble);

  /** Requests that reached the source. */
  protected abstract int requests();

  /** The source's clock. */
  protected abstract Instant now();

  /** Lower bound of the walk, where the source needs one; null otherwise. */
  protected @Nullable Instant from() {
    return null;
  }

  @Nested
  class AWalk {
    private final TakenPage taken = new TakenPage();

    @Test
    void hands_over_every_record_byte_for_byte() throws InterruptedException {
      int pages = walk(taken);
      assertThat(taken.records()).extracting(Taken::json).containsExactlyElementsOf(records());
      assertThat(pages).isGreaterThanOrEqualTo(3);
    }

    @Test
    void hands_over_what_cannot_be_a_record_as_a_reject() throws InterruptedException {
      walk(taken);
      assertThat(taken.rejects()).isNotEmpty().containsExactlyElementsOf(oddities());
    }

    @Test
    void tells_records_apart_and_gives_them_a_watermark_and_a_version()
        throws InterruptedException {
      walk(taken);
      assertThat(taken.records()).extracting(Taken::identity).doesNotHaveDuplicates();
      assertThat(taken.records()).allMatch(record -> record.watermark() != null);
      assertThat(taken.records()).allMatch(record -> record.version() != null);
    }

    @Test
    void takes_one_request_for_each_page() throws InterruptedException {
      int before = requests();
      assertThat(walk(taken)).isEqualTo(requests() - before);
    }

    @Test
    void gives_the_same_page_for_the_same_request() throws InterruptedException {
      TakenPage again = new TakenPage();
      reader().read(first(), taken);
      reader().read(first(), again);
      assertThat(again.records()).isNotEmpty().isEqualTo(taken.records());
    }

    @Test
    void tells_the_time_of_the_server() throws InterruptedException {
      PageOutcome outcome = reader().read(first(), taken);
      assertThat(outcome).isInstanceOf(Delivered.class);
      assertThat(Duration.between(((Delivered) outcome).serverTime(), now()).abs())
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  @Nested
  class InTrouble {
    private final TakenPage taken = new TakenPage();

    @Test
    void a_body_that_breaks_off_is_no_page() throws InterruptedException {
      assertThat(met(Trouble.BREAKS_OFF)).isInstanceOf(Unavailable.class);
      assertThat(taken.records()).isNotEmpty();
    }

    @Test
    void a_throttled_request_says_when_to_come_back() throws InterruptedException {
      Instant asked = now();
      PageOutcome outcome = met(Trouble.THROTTLES);
      assertThat(outcome).isInstanceOf(Throttled.class);
      assertThat(((Throttled) outcome).asked()).isTrue();
      assertThat(((Throttled) outcome).until()).isAfter(asked);
    }

    @Test
    void a_service_that_is_down_is_unavailable() throws InterruptedException {
      assertThat(met(Trouble.IS_DOWN)).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_refused_cursor_is_told_from_a_refused_caller() throws InterruptedException {
      Delivered page = (Delivered) reader().read(first(), new TakenPage());
      Cursor cursor = new Cursor(String.valueOf(page.next()), page.serverTime());
      next(Trouble.REFUSES_THE_CURSOR);
      assertThat(reader().read(at(cursor), taken)).isInstanceOf(CursorRejected.class);
      next(Trouble.REFUSES_THE_CALLER);
      assertThat(reader().read(at(cursor), taken)).isInstanceOf(Refused.class);
    }

    @Test
    void only_one_attempt_is_made() throws InterruptedException {
      int before = requests();
      met(Trouble.IS_DOWN);
      met(Trouble.THROTTLES);
      assertThat(requests() - before).isEqualTo(2);
    }

    @Test
    void the_next_attempt_gets_the_whole_page() throws InterruptedException {
      TakenPage whole = new TakenPage();
      reader().read(first(), whole);
      met(Trouble.BREAKS_OFF);
      TakenPage again = new TakenPage();
      reader().read(first(), again);
      assertThat(again.records()).isEqualTo(whole.records());
    }

    private PageOutcome met(Trouble trouble) throws InterruptedException {
      next(trouble);
      return reader().read(first(), taken);
    }
  }

  private int walk(TakenPage taken) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    PageRequest request = first();
    while (true) {
      PageOutcome outcome = reader().read(request, taken);
      assertThat(outcome).isInstanceOf(Delivered.class);
      Delivered page = (Delivered) outcome;
      seen.add(String.valueOf(page.next()));
      String next = page.next();
      if (next == null) {
        return seen.size();
      }
      assertThat(seen).as("a walk that ends").hasSizeLessThan(100);
      request = at(new Cursor(next, page.serverTime()));
    }
  }

  private PageRequest first() {
    return new PageRequest(from(), null, null, Duration.ofSeconds(30));
  }

  private PageRequest at(Cursor cursor) {
    return new PageRequest(from(), null, cursor, Duration.ofSeconds(30));
  }
}
