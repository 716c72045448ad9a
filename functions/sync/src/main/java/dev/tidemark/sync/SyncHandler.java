package dev.tidemark.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventReader;
import dev.tidemark.sync.wiring.Deployment;
import dev.tidemark.sync.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** The function that runs legs: by schedule, by operators' events, and by its own continuations. */
public final class SyncHandler implements RequestStreamHandler {
  private final Wiring wiring;
  private final SecureRandom random = new SecureRandom();

  /** What Lambda calls; everything comes from the environment. */
  public SyncHandler() {
    this(Deployment.wiring(System.getenv()));
  }

  public SyncHandler(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Event event = EventReader.read(input);
    Invocation invocation = Invocation.of(context, wiring.limits().clock(), random);
    try {
      Answer answer = new Syncs(wiring).run(event, invocation);
      output.write(answer.json().toString().getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the invocation was interrupted", e);
    }
  }
}
