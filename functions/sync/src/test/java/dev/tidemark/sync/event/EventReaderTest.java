package dev.tidemark.sync.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.run.Mode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");

  private static Event read(String json) throws IOException {
    return EventReader.read(
        new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  @Nested
  class AnEvent {
    @Test
    void to_sync_may_give_mode_bounds_and_a_number_of_records() throws IOException {
      assertThat(read("{'action':'sync','resource':'deals'}"))
          .isEqualTo(new Event.Sync("deals", Mode.INCREMENTAL, null, null, null, null));
      assertThat(
              read(
                  "{'action':'sync','resource':'*','mode':'backfill','from':'2026-01-01T00:00:00Z',"
                      + "'until':'2026-02-01T01:00:00+01:00','maxRecords':5,'scheduledTime':'x'}"))
          .isEqualTo(new Event.Sync("*", Mode.BACKFILL, FROM, UNTIL, 5L, "x"));
    }

    @Test
    void to_backfill_gives_a_lower_bound() throws IOException {
      assertThat(read("{'action':'backfill','resource':'deals','from':'2026-01-01T00:00:00Z'}"))
          .isEqualTo(new Event.Backfill("deals", FROM, null));
    }

    @Test
    void to_continue_may_name_a_variant() throws IOException {
      assertThat(read("{'action':'continue','connection':'c','resource':'deals#trial'}"))
          .isEqualTo(new Event.Continue("c", "deals#trial"));
    }

    @Test
    void that_a_function_sends_is_read_as_it_was_meant() throws IOException {
      Event.Sync every =
          new Event.Sync("*", Mode.BACKFILL, FROM, UNTIL, 7L, "2026-11-22T03:00:00Z");
      assertThat(read(EventWriter.sync("deals", every, Map.of())))
          .isEqualTo(
              new Event.Sync("deals", Mode.BACKFILL, FROM, UNTIL, 7L, every.scheduledTime()));
      Event.Sync bare = new Event.Sync("*", Mode.INCREMENTAL, null, null, null, null);
      Event.Sync own = new Event.Sync("deals", Mode.INCREMENTAL, null, null, null, null);
      assertThat(read(EventWriter.sync("deals", bare, Map.of()))).isEqualTo(own);
      Map<String, String> settings = Map.of("tier", "free", "include", "team,pipelines");
      assertThat(read(EventWriter.sync("deals", bare, settings)))
          .isEqualTo(new Event.With(own, settings));
    }

    @Test
    void that_begins_a_run_may_give_it_settings_of_its_own() throws IOException {
      String settings = ",'settings':{'pageSize':50,'tier':'free'}}";
      Map<String, String> read = Map.of("pageSize", "50", "tier", "free");
      assertThat(read("{'action':'sync','resource':'deals'" + settings))
          .isInstanceOfSatisfying(
              Event.With.class, with -> assertThat(with.settings()).isEqualTo(read));
      String from = "'from':'2026-01-01T00:00:00Z'";
      assertThat(read("{'action':'backfill','resource':'deals'," + from + settings))
          .isEqualTo(new Event.With(new Event.Backfill("deals", FROM, null), read));
      assertThat(read("{'action':'refresh','resource':'deals','ids':['7']" + settings))
          .isEqualTo(new Event.With(new Event.Refresh("deals", List.of("7")), read));
      assertThat(read("{'action':'sync','resource':'deals','settings':{}}"))
          .isInstanceOf(Event.Sync.class);
    }

    @Test
    void that_begins_a_run_may_say_how_many_slices_walk_beside_each_other() throws IOException {
      assertThat(read("{'action':'sync','resource':'deals','slices':8}"))
          .isInstanceOfSatisfying(
              Event.Sliced.class, sliced -> assertThat(sliced.slices()).isEqualTo(8));
      String from = "'from':'2026-01-01T00:00:00Z'";
      assertThat(
              read(
                  "{'action':'backfill','resource':'deals','slices':2,'settings':{'tier':'free'},"
                      + from
                      + "}"))
          .isEqualTo(
              new Event.With(
                  new Event.Sliced(new Event.Backfill("deals", FROM, null), "deals", 2),
                  Map.of("tier", "free")));
    }

    @Test
    void to_rebind_may_say_that_it_is_the_same_account() throws IOException {
      assertThat(read("{'action':'rebind'}")).isEqualTo(new Event.Rebind(false));
      assertThat(read("{'action':'rebind','sameAccount':true}")).isEqualTo(new Event.Rebind(true));
    }
  }

  @Nested
  class IsRefused {
    @ParameterizedTest
    @ValueSource(
        strings = {"", "sync", "[]", "\"sync\"", "null", "{", "{'action':'sync'", "{'a':1}x"})
    void what_is_no_json_object(String json) {
      refused(json, "event");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\0',
        value = {
          "{}|none of sync, backfill, refresh, continue",
          "{'action':null}|none of sync, backfill, refresh, continue",
          "{'action':'Sync'}|none of sync, backfill, refresh, continue",
          "{'action':5}|\"action\" is no text",
          "{'action':'sync'}|\"resource\" is missing",
          "{'action':'sync','resource':'deals','slices':0}|no whole number of 1 or more",
          "{'action':'sync','resource':'deals','slices':33}|\"slices\" is more than 32",
          "{'action':'sync','resource':''}|\"resource\" is missing",
          "{'action':'sync','resource':['deals']}|\"resource\" is no text",
          "{'action':'sync','resource':'deals','limit':5}|\"limit\" is none of action, from",
          "{'action':'sync','resource':'deals','mode':'full'}|full",
          "{'action':'sync','resource':'deals','mode':'refresh'}|an action of its own",
          "{'action':'sync','resource':'deals','mode':'reconcile','maxRecords':5}|walks everything",
          "{'action':'refresh','resource':'deals'}|1 to 100 texts",
          "{'action':'refresh','resource':'deals','ids':[7]}|something else than texts",
          "{'action':'refresh','resource':'deals','ids':['']}|something else than texts",
          "{'action':'refresh','ids':['7']}|\"resource\" is missing",
          "{'action':'sync','resource':'deals','from':'yesterday'}|\"from\" is no ISO-8601 time",
          "{'action':'sync','resource':'deals','from':'2026-01-01T00:00:00'}|with an offset",
          "{'action':'sync','resource':'deals','from':5}|\"from\" is no text",
          "{'action':'sync','resource':'deals','maxRecords':0}|whole number of 1 or more",
          "{'action':'sync','resource':'deals','maxRecords':1.5}|whole number of 1 or more",
          "{'action':'sync','resource':'deals','maxRecords':'9'}|whole number of 1 or more",
          "{'action':'sync','resource':'deals','maxRecords':1e30}|whole number of 1 or more",
          "{'action':'backfill','resource':'deals'}|needs from",
          "{'action':'backfill','from':'2026-01-01T00:00:00Z'}|\"resource\" is missing",
          "{'action':'backfill','resource':'deals','mode':'x'}|\"mode\" is none of",
          "{'action':'continue'}|\"resource\" is missing",
          "{'action':'continue','resource':'deals','settings':{}}|\"settings\" is none of",
          "{'action':'sync','resource':'deals','settings':'tier=free'}|\"settings\" is no object",
          "{'action':'sync','resource':'deals','settings':{'tier':[1]}}|setting tier is neither",
          "{'action':'rebind','sameAccount':'yes'}|\"sameAccount\" is neither true nor false",
          "{'action':'rebind','resource':'deals'}|\"resource\" is none of action, sameAccount",
          "{'action':'continue','resource':'deals','from':'x'}|\"from\" is none of"
        })
    void what_says_something_that_is_not_understood(String json, String why) {
      refused(json, why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "backfill"})
    void what_ends_before_it_begins(String action) {
      String bounds = "'from':'2026-01-01T00:00:00Z','until':'2026-01-01T00:00:00Z'";
      refused("{'action':'" + action + "','resource':'deals'," + bounds + "}", "not before until");
    }

    @Test
    void what_is_far_too_long() {
      refused("{'action':'sync','resource':'" + "x".repeat(70_000) + "'}", "not JSON");
    }

    private void refused(String json, String why) {
      assertThatThrownBy(() -> read(json))
          .isInstanceOf(EventException.class)
          .hasMessageContaining(why);
    }
  }
}
