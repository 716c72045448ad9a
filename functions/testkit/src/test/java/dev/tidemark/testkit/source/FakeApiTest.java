package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageReader;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.testkit.contract.PageReaderContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class FakeApiTest extends PageReaderContract {
  private static final Instant START = Instant.parse("2026-02-03T04:05:06Z");

  private final ManualClock clock = new ManualClock(START);
  private final FakeApi api = new FakeApi(clock, ApiShape.byId(2));

  FakeApiTest() {
    api.addAll(4, START.minusSeconds(60));
    api.addOdd(5, START);
  }

  @Override
  protected PageReader reader() {
    return api;
  }

  @Override
  protected List<String> records() {
    return List.copyOf(api.truth().values());
  }

  @Override
  protected List<String> oddities() {
    return List.of("{\"updated_at\":\"2026-02-03T04:05:06.000Z\",\"edits\":0}");
  }

  @Override
  protected void next(Trouble trouble) {
    api.failing(
        requests() + 1,
        switch (trouble) {
          case BREAKS_OFF -> new ApiFault.Truncated(1);
          case THROTTLES -> new ApiFault.Throttled(Duration.ofSeconds(3));
          case IS_DOWN -> new ApiFault.Unavailable();
          case REFUSES_THE_CURSOR -> new ApiFault.CursorRejected();
          case REFUSES_THE_CALLER -> new ApiFault.Refused();
        });
  }

  @Override
  protected int requests() {
    return api.served().size();
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }
}
