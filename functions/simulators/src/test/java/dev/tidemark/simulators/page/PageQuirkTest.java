package dev.tidemark.simulators.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.page.PageQuirk.NoNextCursor.Form;
import dev.tidemark.simulators.schedule.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageQuirkTest {
  private final Lev lev = Lev.start(DatasetPlan.of(1, 60));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @Test
  void more_is_promised_without_a_cursor() {
    assertThat(next(Form.NULL).isNull()).isTrue();
    assertThat(next(Form.EMPTY).asText("x")).isEmpty();
    assertThat(next(Form.ABSENT).isMissingNode()).isTrue();
  }

  @Test
  void the_last_page_may_promise_more_too() {
    lev.quirks().add("deals", new PageQuirk.NoNextCursor(Form.NULL));
    JsonNode page = client.get("deals", "limit", 200).json().get("pagination");
    assertThat(page.get("has_more").asBoolean()).isTrue();
    assertThat(page.get("next_cursor").isNull()).isTrue();
  }

  @Test
  void the_cursor_just_sent_comes_back() {
    lev.quirks().add("deals", Schedule.from(2), new PageQuirk.RepeatedCursor());
    assertThat(cursors(4)).satisfies(c -> assertThat(c.stream().distinct()).hasSize(1));
  }

  @Test
  void cursors_go_in_a_circle_of_three() {
    lev.quirks().add("deals", new PageQuirk.CursorCycle(3));
    List<String> seen = cursors(8);
    assertThat(seen.stream().distinct()).hasSize(3);
    assertThat(seen.subList(3, 8)).isEqualTo(seen.subList(0, 5));
  }

  @Test
  void a_circle_of_one_is_a_repeated_cursor() {
    lev.quirks().add("deals", new PageQuirk.CursorCycle(1));
    assertThat(cursors(3).stream().distinct()).hasSize(1);
  }

  @Test
  void pagination_may_be_missing() {
    assertThat(page(new PageQuirk.MissingPagination()).has("pagination")).isFalse();
  }

  @Test
  void data_may_be_empty_in_the_middle() {
    JsonNode page = page(new PageQuirk.EmptyData());
    assertThat(page.get("data")).isEmpty();
    assertThat(page.at("/pagination/has_more").asBoolean()).isTrue();
    assertThat(page.at("/pagination/next_cursor").isTextual()).isTrue();
  }

  @Test
  void data_may_be_null() {
    assertThat(page(new PageQuirk.NullData()).get("data").isNull()).isTrue();
  }

  @Test
  void a_record_may_be_no_object_or_have_no_id() {
    JsonNode odd = page(new PageQuirk.NonObjectRecord("[1]")).get("data");
    assertThat(odd.get(0).isArray()).isTrue();
    assertThat(odd).hasSize(6);
    assertThat(page(new PageQuirk.RecordWithoutId()).at("/data/0").has("id")).isFalse();
  }

  @Test
  void the_same_quirks_bend_the_pages_of_askelephant() {
    try (AskElephant elephant = AskElephant.start(DatasetPlan.of(1, 60))) {
      elephant.quirks().add("tags", Schedule.at(1), new PageQuirk.MissingPagination());
      elephant.quirks().add("tags", Schedule.at(2), new PageQuirk.NoNextCursor(Form.NULL));
      elephant.quirks().add("tags", Schedule.at(3), new PageQuirk.NullData());
      Client other = Client.of(elephant);
      assertThat(other.get("tags").json().has("has_more")).isFalse();
      JsonNode endless = other.get("tags").json();
      assertThat(endless.get("has_more").asBoolean()).isTrue();
      assertThat(endless.get("next_cursor").isNull()).isTrue();
      assertThat(other.get("tags").json().get("data").isNull()).isTrue();
    }
  }

  private JsonNode next(Form form) {
    return page(new PageQuirk.NoNextCursor(form)).at("/pagination/next_cursor");
  }

  private JsonNode page(PageQuirk quirk) {
    lev.quirks().add("deals", Schedule.at(1), quirk);
    return client.get("deals", "limit", 5).json();
  }

  private List<String> cursors(int pages) {
    List<String> cursors = new ArrayList<>();
    JsonNode page = client.get("deals", "limit", 5).json();
    for (int i = 0; i < pages; i++) {
      cursors.add(page.at("/pagination/next_cursor").asText());
      page = client.get("deals", "limit", 5, "cursor", cursors.getLast()).json();
    }
    return cursors;
  }
}
