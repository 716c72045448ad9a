package dev.tidemark.cli.runtimeapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tidemark.sync.SweepHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** The function that sweeps, in a {@link Rehearsal}. */
public final class RehearsedSweep implements RequestStreamHandler {
  private final SweepHandler deployed =
      new SweepHandler(
          Rehearsal.wiring(System.getenv()),
          Objects.requireNonNull(System.getenv("TIDEMARK_SYNC_FUNCTION")));

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    deployed.handleRequest(input, output, context);
  }
}
