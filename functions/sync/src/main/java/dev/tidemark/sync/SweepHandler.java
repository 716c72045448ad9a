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
 * instead of a run. It reads every state of the connection, so that it also measures how old what
 * is published is.
 */
public final class SweepHandler implements RequestStreamHandler {
  private final Sweeping sweeping;

  /** What Lambda calls; everything comes from the environment. */
  public SweepHandler() {
    this(Sweeping.deployed(System.getenv()));
  }

  /** A sweep that sends to one function and measures nothing. */
  public SweepHandler(Wiring wiring, String syncFunction) {
    this(new Sweeping(wiring, Functions.only(syncFunction), () -> Watch.NOBODY));
  }

  SweepHandler(Sweeping sweeping) {
    this.sweeping = sweeping;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    int sent = new Sweep(sweeping.wiring(), sweeping.functions(), sweeping.watches().get()).send();
    output.write(("{\"sent\":" + sent + "}").getBytes(StandardCharsets.UTF_8));
  }
}
