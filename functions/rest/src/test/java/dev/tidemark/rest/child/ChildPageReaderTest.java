package dev.tidemark.rest.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Taken;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over the children of all deals, each page by a reader that knows the cursor only. */
class ChildPageReaderTest {
  private static final Instant SOON = Instant.parse("2026-06-01T00:00:00Z");
  private static final int PAGE = 3;

  /** Seven deals are three pages of parents; five notes are two pages of children. */
  private final Lev lev =
      Lev.start(DatasetPlan.of(1, 7).withRecords("notes", 5).withRecords("team", 2));

  private final HttpTransport transport = new HttpTransport(EgressPolicy.ANY);
  private final Taken taken = new Taken();
  private final SourceConnection source =
      Desk.account("lev", lev.baseUri(), Lev.API_KEY, Map.of("pageSize", Integer.toString(PAGE)));

  @AfterEach
  void close() {
    transport.close();
    lev.close();
  }

  private PageOutcome page(String resource, @Nullable String cursor) throws InterruptedException {
    Cursor at = cursor == null ? null : new Cursor(cursor, Instant.EPOCH);
    return source
        .reader(resource, transport, InstantSource.system())
        .list()
        .read(new PageRequest(null, null, at, Duration.ofSeconds(30)), taken);
  }

  /** All cursors of a walk to its end. */
  private List<String> walk(String resource) throws InterruptedException {
    List<String> cursors = new ArrayList<>();
    String cursor = null;
    do {
      PageOutcome outcome = page(resource, cursor);
      assertThat(outcome).isInstanceOf(Delivered.class);
      cursor = ((Delivered) outcome).next();
      if (cursor != null) {
        cursors.add(cursor);
      }
    } while (cursor != null);
    return cursors;
  }

  private Map<String, String> landed() {
    return taken.records().stream()
        .collect(Collectors.toMap(Taken.Landed::identity, Taken.Landed::json));
  }

  private Map<String, String> truth(String children) {
    return lev.childTruth(children).entrySet().stream()
        .flatMap(deal ->
            deal.getValue().entrySet().stream()
                .map(row -> Map.entry(deal.getKey() + "/" + row.getKey(), row.getValue())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private String deal(int number) {
    return lev.collection("deals").ids().get(number);
  }

  @ParameterizedTest
  @CsvSource({
    "deal_notes, notes",
    "deal_term_sheets, term-sheets",
    "deal_team, team",
    "deal_properties, properties"
  })
  void all_children_of_all_parents_are_landed_under_parent_and_id(String resource, String children)
      throws InterruptedException {
    walk(resource);
    assertThat(landed()).isEqualTo(truth(children));
    assertThat(taken.records())
        .allSatisfy(record -> assertThat(record.identity()).startsWith(record.parent() + "/"));
    assertThat(taken.passedOver()).isZero();
  }

  @Test
  void the_one_child_of_a_parent_is_named_by_it() throws InterruptedException {
    walk("deal_financials");
    assertThat(taken.records())
        .extracting(Taken.Landed::identity)
        .containsExactlyElementsOf(lev.collection("deals").ids());
    assertThat(taken.records())
        .allSatisfy(record -> assertThat(record.parent()).isEqualTo(record.identity()));
    assertThat(taken.records().getFirst().json())
        .isEqualTo(lev.children(deal(0), "financials").truth().values().iterator().next());
  }

  @Test
  void a_page_is_one_request_and_parents_come_page_by_page() throws InterruptedException {
    List<String> cursors = walk("deal_notes");
    assertThat(lev.log().count("deals")).isEqualTo(3);
    assertThat(lev.log().count("deals/{id}/notes")).isEqualTo(7 * 2);
    assertThat(cursors).hasSize(3 + 7 * 2 - 1).doesNotHaveDuplicates();
  }

  @Test
  void a_parent_that_comes_or_goes_above_shifts_none_of_those_to_do() throws InterruptedException {
    lev.hooks()
        .beforeAnswer(
            "deals/{id}/notes",
            Schedule.at(2),
            () -> {
              lev.collection("deals").delete(deal(0));
              lev.collection("deals").insert(SOON);
            });
    walk("deal_notes");
    assertThat(landed().keySet()).containsAll(truth("notes").keySet());
  }

  @Nested
  class AParentThat {
    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void may_not_be_read_is_passed_over_and_counted(int status) throws InterruptedException {
      String hidden = deal(3);
      lev.quirks().add("deals/{id}/notes", new LevQuirk.ParentRefused(hidden, status));
      walk("deal_notes");
      Map<String, String> rest = truth("notes");
      rest.keySet().removeIf(identity -> identity.startsWith(hidden + "/"));
      assertThat(landed()).isEqualTo(rest);
      assertThat(taken.passedOver()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"403, the scope or role", "404, check the path"})
    void none_is_that_may_be_read_fails_the_walk(int status, String remedy)
        throws InterruptedException {
      lev.quirks().add("deals/{id}/team", new ReplyQuirk.Canned(status, "application/json", "{}"));
      PageOutcome outcome = page("deal_team", null);
      while (outcome instanceof Delivered(String next, var _, var _, var _, var _)) {
        assertThat(next).as("no end without a list").isNotNull();
        outcome = page("deal_team", next);
      }
      assertThat(((PageOutcome.Implausible) outcome).reason())
          .contains("deal_team: each of 7 parents (deals) answered " + status, remedy);
    }

    @Test
    void has_no_only_child_is_how_the_api_says_so() throws InterruptedException {
      lev.quirks()
          .add("deals/{id}/financials", new ReplyQuirk.Canned(404, "application/json", "{}"));
      walk("deal_financials");
      assertThat(taken.passedOver()).isEqualTo(7);
    }

    @Test
    void is_the_last_of_all_may_be_passed_over() throws InterruptedException {
      lev.quirks().add("deals/{id}/team", new LevQuirk.ParentRefused(deal(6), 404));
      walk("deal_team");
      assertThat(landed()).hasSize(6 * 2);
      assertThat(taken.passedOver()).isEqualTo(1);
    }

    @Test
    void is_gone_since_it_was_listed_is_passed_over() throws InterruptedException {
      String gone = deal(2);
      lev.hooks().beforeSend("deals", Schedule.at(1), () -> lev.collection("deals").delete(gone));
      walk("deal_notes");
      assertThat(landed()).isEqualTo(truth("notes"));
      assertThat(taken.passedOver()).isEqualTo(1);
    }

    @Test
    void has_no_children_is_no_trouble() throws InterruptedException {
      lev.children(deal(1), "notes").ids().forEach(lev.children(deal(1), "notes")::delete);
      walk("deal_notes");
      assertThat(landed()).isEqualTo(truth("notes"));
      assertThat(taken.passedOver()).isZero();
    }

    @Test
    void answers_otherwise_stops_the_walk() throws InterruptedException {
      String first = String.valueOf(((Delivered) page("deal_notes", null)).next());
      lev.quirks().add("deals/{id}/notes", Schedule.at(1), new LevQuirk.ServerError(500));
      assertThat(page("deal_notes", first)).isInstanceOf(PageOutcome.Unavailable.class);
      lev.quirks().add("deals/{id}/notes", Schedule.at(1), new LevQuirk.Unauthorized());
      assertThat(page("deal_notes", first)).isInstanceOf(PageOutcome.Refused.class);
      assertThat(taken.passedOver()).isZero();
    }
  }

  @Nested
  class ACursorThatIsRefused {
    @Test
    void among_the_children_begins_the_list_of_that_parent_anew() throws InterruptedException {
      for (int request = 2; request <= 7 * 4; request += 4) {
        lev.quirks().add("deals/{id}/notes", Schedule.at(request), new LevQuirk.CursorRejected());
      }
      List<String> cursors = walk("deal_notes");
      assertThat(cursors).as("no circle").doesNotHaveDuplicates();
      assertThat(taken.records())
          .extracting(Taken.Landed::identity)
          .containsAll(truth("notes").keySet())
          .hasSize(7 * (PAGE + 5));
    }

    @Test
    void again_and_again_among_the_children_is_told() throws InterruptedException {
      lev.quirks().add("deals/{id}/notes", new LevQuirk.CursorRejected());
      String cursor = null;
      PageOutcome outcome = page("deal_notes", null);
      for (int i = 0;
          i < 20 && outcome instanceof Delivered(String next, var _, var _, var _, var _);
          i++) {
        cursor = next;
        outcome = page("deal_notes", cursor);
      }
      assertThat(outcome).isInstanceOf(PageOutcome.CursorRejected.class);
    }

    @Test
    void among_the_parents_is_one_of_the_walk() throws InterruptedException {
      lev.quirks().add("deals", Schedule.at(2), new LevQuirk.CursorRejected());
      PageOutcome outcome = page("deal_team", null);
      while (outcome instanceof Delivered(String next, var _, var _, var _, var _)
          && next != null) {
        outcome = page("deal_team", next);
      }
      assertThat(outcome).isInstanceOf(PageOutcome.CursorRejected.class);
    }
  }

  @Test
  void what_is_no_parent_is_rejected_as_one() throws InterruptedException {
    lev.collection("deals").put("7002", Json.of("{\"title\":\"no id\"}"), SOON);
    walk("deal_team");
    assertThat(taken.rejects()).hasSize(1);
    assertThat(taken.rejects().getFirst().reason()).startsWith("as a parent: ");
    assertThat(landed()).hasSize(7 * 2);
  }
}
