package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.LocalDaysApi;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds that are days, or times without an offset, in a zone whose clocks go forth and back. */
class BoundsInAZoneTest {
  static Stream<Arguments> bounds() {
    List<Arguments> all = new ArrayList<>();
    for (String zone :
        List.of("Europe/Berlin", "America/Los_Angeles", "America/Havana", "Pacific/Kiritimati")) {
      for (String format : List.of("date", "iso-8601-local-blank")) {
        for (String declared : List.of(zone, "account")) {
          all.add(Arguments.of(zone, "format: " + format + ", zone: " + declared));
        }
      }
      all.add(
          Arguments.of(
              zone,
              "format: date, zone: "
                  + zone
                  + ", until: until, window: 7d, since: 2026-11-01T00:00:00Z"));
      all.add(
          Arguments.of(
              zone,
              "format: iso-8601-local-blank, zone: "
                  + zone
                  + ", until: until, window: 7d, since: 2026-11-01T00:00:00Z"));
      // Whole days of a zone that is not the API's: the lookback covers what lies between them.
      all.add(Arguments.of(zone, "format: date, zone: UTC"));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void each_run_lands_the_truth_while_the_clocks_change(String zone, String filter)
      throws InterruptedException {
    for (String order :
        List.of("order: unordered", "order: watermark-ascending\n    promote: max-seen")) {
      for (Instant night : changes(ZoneId.of(zone))) {
        through(night, ZoneId.of(zone), filter, order);
      }
    }
  }

  /**
   * Some hours before the clocks change, forth and back; where they never do, before a day ends.
   */
  private static List<Instant> changes(ZoneId zone) {
    List<Instant> changes = new ArrayList<>();
    Instant at = Instant.parse("2026-12-01T09:20:00Z");
    for (int i = 0; i < 2; i++) {
      ZoneOffsetTransition next = zone.getRules().nextTransition(at);
      at = next == null ? at : next.getInstant();
      changes.add(at.minus(Duration.ofMinutes(230)));
    }
    return changes;
  }

  private static void through(Instant night, ZoneId zone, String filter, String order)
      throws InterruptedException {
    AtomicReference<Landing> landing = new AtomicReference<>();
    LocalDaysApi api =
        new LocalDaysApi(zone, () -> landing.get().clock().instant().minusSeconds(1));
    landing.set(
        new Landing(
            AnyApi.with(
                "serverTime: {body: now}",
                "pagination: {kind: cursor, parameter: c, next: next}",
                "filter: {from: since, " + filter + "}",
                "watermark: {field: at}",
                "settleLag: 0s",
                "lookback: 0s",
                order),
            "all",
            api.api()));
    for (int id = 1; id <= 9; id++) {
      api.touch(id);
    }
    landing.get().clock().advance(Duration.between(landing.get().clock().instant(), night));
    for (int turn = 0; turn < 22; turn++) {
      LegOutcome outcome = landing.get().run();
      assertThat(outcome).isInstanceOf(LegOutcome.Completed.class);
      assertThat(landing.get().newest())
          .as(zone + " " + landing.get().clock().instant() + " " + filter + " " + order)
          .isEqualTo(api.truth());
      landing.get().clock().advance(Duration.ofMinutes(10));
      api.touch(1 + turn % 9);
      landing.get().clock().advance(Duration.ofMinutes(turn % 3 == 0 ? 25 : 13));
      api.touch(20 + turn);
      landing.get().clock().advance(Duration.ofMinutes(2));
    }
  }
}
