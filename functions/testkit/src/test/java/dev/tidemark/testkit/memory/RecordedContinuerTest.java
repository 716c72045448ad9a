package dev.tidemark.testkit.memory;

import dev.tidemark.core.run.Continuer;
import dev.tidemark.testkit.contract.ContinuerContract;
import dev.tidemark.testkit.memory.RecordedContinuer.Asked;
import java.time.Instant;
import java.util.List;

class RecordedContinuerTest extends ContinuerContract {
  private final RecordedContinuer continuer = new RecordedContinuer();

  @Override
  protected Continuer connect() {
    return continuer;
  }

  @Override
  protected Instant now() {
    return Instant.parse("2026-02-03T04:05:06Z");
  }

  @Override
  protected List<Asked> asked() {
    return continuer.asked();
  }

  @Override
  protected void breakDown() {
    continuer.breakDown();
  }
}
