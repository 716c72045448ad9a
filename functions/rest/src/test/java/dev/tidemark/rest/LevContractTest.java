package dev.tidemark.rest;

import dev.tidemark.core.source.PageReader;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Nasty;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.testkit.contract.PageReaderContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class LevContractTest extends PageReaderContract {
  private static final String DEALS = "deals";

  private final Lev lev = Lev.start(DatasetPlan.of(7, 50));
  private final Desk desk = Desk.at(Desk.lev(lev), DEALS);

  LevContractTest() {
    for (Nasty kind : EnumSet.complementOf(EnumSet.copyOf(Nasty.times()))) {
      lev.collection(DEALS).insert(Instant.parse("2026-03-01T00:00:00Z"), kind);
    }
    lev.quirks().add(DEALS, new PageQuirk.NonObjectRecord("[1, 2]"));
  }

  @AfterEach
  void close() {
    desk.close();
    lev.close();
  }

  @Override
  protected PageReader reader() {
    return desk.reader();
  }

  @Override
  protected List<String> records() {
    return List.copyOf(lev.truth(DEALS).values());
  }

  @Override
  protected List<String> oddities() {
    return Collections.nCopies((lev.truth(DEALS).size() + 19) / 20, "[1,2]");
  }

  @Override
  protected void next(Trouble trouble) {
    lev.quirks().add(DEALS, Schedule.at(1), quirk(trouble));
  }

  private static Quirk quirk(Trouble trouble) {
    return switch (trouble) {
      case BREAKS_OFF -> new Delivery.ShortBody(200);
      case THROTTLES -> new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.ABSENT, 30);
      case IS_DOWN -> new LevQuirk.ServerError(503);
      case REFUSES_THE_CURSOR -> new LevQuirk.CursorRejected();
      case REFUSES_THE_CALLER -> new LevQuirk.Unauthorized();
    };
  }

  @Override
  protected int requests() {
    return (int) lev.log().count(DEALS);
  }

  @Override
  protected Instant now() {
    return InstantSource.system().instant();
  }
}
