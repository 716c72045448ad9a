package dev.tidemark.tables.deployed;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.sync.event.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * The function that takes what is published into tables. It is asked after each published run, and
 * by the sweep once an hour; however often and in whatever order it is asked, each run is taken
 * once.
 */
public final class TablesHandler implements RequestStreamHandler {
  private final StackTables tables;

  /** What Lambda calls; everything comes from the environment. */
  public TablesHandler() {
    this(StackTables.deployed(System.getenv(), InstantSource.system()));
  }

  /** The same over tables that were opened. */
  public TablesHandler(StackTables tables) {
    this.tables = tables;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String resource = EventReader.readOfTables(input);
    ObjectNode answer =
        tables.refresh(
            resource,
            new StackTables.Leg(
                context.getInvokedFunctionArn(), context.getRemainingTimeInMillis()));
    output.write(answer.toString().getBytes(StandardCharsets.UTF_8));
  }
}
