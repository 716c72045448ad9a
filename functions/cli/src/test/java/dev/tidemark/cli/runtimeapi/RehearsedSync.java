package dev.tidemark.cli.runtimeapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.sync.SyncHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The function that syncs, in a {@link Rehearsal}. */
public final class RehearsedSync implements RequestStreamHandler {
  private final SyncHandler deployed = new SyncHandler(Rehearsal.wiring(System.getenv()));

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    deployed.handleRequest(input, output, context);
  }
}
