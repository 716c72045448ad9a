package dev.tidemark.aws.lambda;

import dev.tidemark.core.lake.JsonText;
import dev.tidemark.core.run.Continuer;
import dev.tidemark.core.run.ResourceKey;
import java.time.Instant;

/**
 * Asks for the next leg by an event that names the resource and nothing else: what the leg is to do
 * stands in the table. A leg that is due later is not asked for but left to the sweep ({@link
 * LambdaInvoker#send}).
 */
public final class LambdaContinuer implements Continuer {
  private final LambdaInvoker invoker;

  /**
   * @param invoker of the function at work
   */
  public LambdaContinuer(LambdaInvoker invoker) {
    this.invoker = invoker;
  }

  @Override
  public void goOn(ResourceKey key, Instant at) {
    invoker.send(
        "{\"action\":\"continue\",\"connection\":"
            + JsonText.quote(key.connection())
            + ",\"resource\":"
            + JsonText.quote(key.sortKey())
            + "}",
        at);
  }
}
