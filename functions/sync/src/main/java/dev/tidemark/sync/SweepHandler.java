package dev.tidemark.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventReader;
import dev.tidemark.sync.sweep.FanOut;
import dev.tidemark.sync.sweep.Sweep;
import dev.tidemark.sync.sweep.Sweeping;
import dev.tidemark.sync.sweep.Watch;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The function that finds stalled runs: every few minutes it sends a continuation to each resource
 * that is in flight, unleased and due. It makes a lost continuation cost minutes instead of a run.
 * It reads every state of the connection, so that it also measures how old what is published is;
 * and it knows the function of each resource, so that it passes on what is meant for all of them.
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
    output.write(answer(EventReader.readOfSweep(input)).getBytes(StandardCharsets.UTF_8));
  }

  private String answer(@Nullable Event every) {
    if (every != null) {
      return new FanOut(sweeping.wiring(), sweeping.functions()).send(every).json().toString();
    }
    Wiring wiring = sweeping.wiring();
    try {
      int sent = new Sweep(wiring, sweeping.functions(), sweeping.watches().get()).send();
      return "{\"sent\":" + sent + "}";
    } finally {
      wiring.tables().swept(wiring.limits().clock().instant());
    }
  }
}
