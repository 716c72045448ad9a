package dev.tidemark.rest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Zones of bounds that no safe walk could be made of are refused with their line. */
class BoundZoneWordsTest {
  private static String filtered(String filter) {
    return Acme.plus("watermark: {field: at}", "filter: {from: since, " + filter + "}");
  }

  @Test
  void a_zone_of_bounds_is_an_offset_a_region_or_the_account_s() {
    assertThat(Acme.refusal(filtered("format: date, zone: Europe/Atlantis")))
        .contains("acme.yaml:18", "\"Europe/Atlantis\" is no zone", "or account where each");
    assertThat(Acme.refusal(filtered("format: date, zone: CET"))).contains("is no zone");
    assertThat(Acme.refusal(filtered("format: date"))).contains("date has no offset");
    for (String zone : new String[] {"UTC", "\"+02:00\"", "America/New_York", "account"}) {
      assertThat(Acme.resource(filtered("format: date, zone: " + zone)).traversal().filter())
          .isNotNull();
    }
  }

  @Test
  void a_zone_is_refused_where_a_bound_says_its_offset() {
    assertThat(Acme.refusal(filtered("zone: account")))
        .contains("filter.zone: account with format: iso-8601", "leave zone out");
    assertThat(Acme.refusal(filtered("format: epoch-seconds, zone: Europe/Berlin")))
        .contains("filter.zone: Europe/Berlin with format: epoch-seconds");
  }

  @Test
  void a_zone_that_is_not_known_leads_from_no_page_to_another_and_bounds_no_window() {
    assertThat(
            Acme.refusal(
                filtered("format: date, zone: account, until: b, window: 7d, since: 2015-01-01")))
        .contains("filter.window with zone: account", "zone: Europe/Berlin");
    String ascending =
        filtered("format: iso-8601-local, zone: account")
            .replace("order: id", "order: watermark-ascending")
            .replace("kind: none", "kind: cursor, parameter: c, next: n");
    assertThat(Acme.refusal(ascending + "    walk: bound\n"))
        .contains("walk: bound with filter.zone: account", "26 h");
    assertThat(Acme.resource(ascending).traversal().advance()).isEqualTo(Advance.CURSOR);
    for (String zone : new String[] {"account", "Europe/Berlin"}) {
      assertThat(
              Acme.refusal(
                  ascending
                      .replace("zone: account", "zone: " + zone)
                      .replace("kind: cursor, parameter: c, next: n", "kind: time-step, next: t")))
          .contains("time-step with filter.zone: " + zone, "write UTC or an offset");
    }
  }

  @Test
  void whole_days_raise_a_lookback_that_is_shorter_and_explain_says_so() {
    String days = filtered("format: date, zone: Europe/Berlin");
    assertThat(Acme.resource(days).traversal().overlap()).isEqualTo(Duration.ofHours(26));
    assertThat(Acme.resource(days + "    lookback: 3d\n").traversal().overlap())
        .isEqualTo(Duration.ofDays(3));
    assertThat(Explanation.of(DefinitionReader.read("acme.yaml", days)))
        .contains("less 93600 s (raised from 300 s: its bounds are whole days", "Europe/Berlin");
    assertThat(
            Explanation.of(
                DefinitionReader.read(
                    "acme.yaml", filtered("format: iso-8601-local, zone: account"))))
        .contains("less 300 s, written in the account's zone");
  }
}
