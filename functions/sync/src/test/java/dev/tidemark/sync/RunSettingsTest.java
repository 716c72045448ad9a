package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.event.EventWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run that an event asks for by settings of its own. */
class RunSettingsTest {
  private static final String PLAIN = "{\"action\":\"sync\",\"resource\":\"deals\"}";
  private static final Duration SHORT = Duration.ofSeconds(75);

  // The connection asks for pages of ten.
  private final Bench lev = Bench.lev(60);

  @AfterEach
  void close() {
    lev.close();
  }

  private static String by(String settings) {
    return PLAIN.replace("}", ",\"settings\":" + settings + "}");
  }

  private List<String> limits() {
    return lev.simulator.log().entries("deals").stream()
        .map(entry -> Objects.requireNonNull(entry.request().query().first("limit")))
        .distinct()
        .toList();
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asText();
  }

  @Test
  void is_asked_so_by_every_leg_whoever_sends_for_it() {
    assertThat(outcome(lev.invoke(by("{\"pageSize\":4}"), SHORT))).isEqualTo("in-flight");
    // The sweep, which knows nothing of settings.
    assertThat(outcome(lev.invoke(EventWriter.goOn(lev.key("deals")), SHORT)))
        .isEqualTo("in-flight");
    // A schedule.
    assertThat(outcome(lev.drive(PLAIN, Bench.LONG))).isEqualTo("completed");
    assertThat(limits()).containsExactly("4");
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
    lev.drive(PLAIN, Bench.LONG);
    assertThat(limits()).containsExactly("4", "10");
  }

  @Test
  void keeps_the_settings_that_it_began_with() {
    lev.invoke(PLAIN, SHORT);
    JsonNode refused = lev.invoke(by("{\"pageSize\":4}"), Bench.LONG);
    assertThat(outcome(refused)).isEqualTo("refused");
    assertThat(refused.path("reason").asText())
        .isEqualTo(
            "lev/deals has an unfinished run without settings of its own, which cannot be resumed"
                + " with {pageSize=4}; let it complete, or cancel it first");
    assertThat(outcome(lev.drive(PLAIN, Bench.LONG))).isEqualTo("completed");
    assertThat(limits()).containsExactly("10");
  }

  @Test
  void is_refused_where_they_make_no_sense_and_begins_nothing() {
    assertThatThrownBy(() -> lev.invoke(by("{\"tier\":\"gold\"}"), SHORT))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("setting tier: \"gold\" is none of");
    String every = by("{\"pagesize\":4}").replace("deals", "*");
    assertThatThrownBy(() -> lev.sweep(every))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("setting \"pagesize\" is none of");
    assertThat(lev.sent).isEmpty();
    assertThat(lev.states.keys("lev")).isEmpty();
  }

  @Test
  void of_every_resource_is_sent_for_with_them() {
    assertThat(lev.sweep(by("{\"pageSize\":4}").replace("deals", "*"))).contains("\"sent\"");
    assertThat(lev.sent)
        .isNotEmpty()
        .allMatch(one -> one.event().contains("\"settings\":{\"pageSize\":\"4\"}"));
  }
}
