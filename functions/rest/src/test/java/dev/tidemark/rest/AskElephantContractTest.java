package dev.tidemark.rest;

import dev.tidemark.core.source.PageReader;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.askelephant.AskElephantQuirk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Nasty;
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

class AskElephantContractTest extends PageReaderContract {
  private static final String CONTACTS = "contacts";

  private final AskElephant ask = AskElephant.start(DatasetPlan.of(7, 50));
  private final Desk desk = Desk.at(Desk.ask(ask), CONTACTS);

  AskElephantContractTest() {
    for (Nasty kind : EnumSet.complementOf(EnumSet.copyOf(Nasty.times()))) {
      ask.collection(CONTACTS).insert(Instant.parse("2026-03-01T00:00:00Z"), kind);
    }
    ask.quirks().add(CONTACTS, new PageQuirk.NonObjectRecord("[1, 2]"));
  }

  @AfterEach
  void close() {
    desk.close();
    ask.close();
  }

  @Override
  protected PageReader reader() {
    return desk.reader();
  }

  @Override
  protected List<String> records() {
    return List.copyOf(ask.truth(CONTACTS).values());
  }

  @Override
  protected List<String> oddities() {
    return Collections.nCopies((ask.truth(CONTACTS).size() + 19) / 20, "[1,2]");
  }

  @Override
  protected void next(Trouble trouble) {
    ask.quirks().add(CONTACTS, Schedule.at(1), quirk(trouble));
  }

  private static Quirk quirk(Trouble trouble) {
    return switch (trouble) {
      case BREAKS_OFF -> new Delivery.ShortBody(200);
      case THROTTLES -> new AskElephantQuirk.RateLimited(RetryHint.HTTP_DATE, 30);
      case IS_DOWN -> new AskElephantQuirk.ServerError(503);
      case REFUSES_THE_CURSOR -> new AskElephantQuirk.CursorRejected();
      case REFUSES_THE_CALLER -> new AskElephantQuirk.Unauthorized();
    };
  }

  @Override
  protected int requests() {
    return (int) ask.log().count(CONTACTS);
  }

  @Override
  protected Instant now() {
    return InstantSource.system().instant();
  }
}
