package dev.tidemark.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The function that finds what fell asleep: every few minutes it sends a continuation to each
 * resource that is in flight, in nobody's hands and due. It makes a lost continuation cost minutes
 * instead of a run.
 */
public final class SweepHandler implements RequestStreamHandler {
  private final Wiring wiring;
  private final String syncFunction;

  /** What Lambda calls; everything comes from the environment. */
  public SweepHandler() {
    this(Deployment.wiring(System.getenv()), Deployment.syncFunction(System.getenv()));
  }

  public SweepHandler(Wiring wiring, String syncFunction) {
    this.wiring = wiring;
    this.syncFunction = syncFunction;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    int sent = new Sweep(wiring).send(wiring.invoker(syncFunction));
    output.write(("{\"sent\":" + sent + "}").getBytes(StandardCharsets.UTF_8));
  }
}
