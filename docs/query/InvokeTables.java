import dev.tidemark.sync.LocalContext;
import dev.tidemark.tables.deployed.TablesHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** Runs the deployed function of the tables once, by the environment: try-stack.py calls it. */
public final class InvokeTables {
  private InvokeTables() {}

  /** Sends the event that is the first argument, and prints the answer. */
  public static void main(String[] arguments) throws Exception {
    InstantSource clock = InstantSource.system();
    LocalContext context =
        new LocalContext("try", clock.instant().plus(Duration.ofMinutes(15)), clock, 1769);
    byte[] event = arguments[0].getBytes(StandardCharsets.UTF_8);
    new TablesHandler().handleRequest(new ByteArrayInputStream(event), System.out, context);
    System.out.println();
  }
}
