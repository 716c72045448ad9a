package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.site.StackSite;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.sync.wiring.Wiring;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A deployed stack's own table, bucket and secret. Its functions may be at work there as well, so
 * that leases hold as between them.
 */
final class StackWorkplace implements Workplace {
  private final PrintStream log;
  private final Wiring wiring;

  /**
   * @param wiring what the stack's functions are wired to
   * @param log takes what a function would log; closed with this place
   */
  StackWorkplace(Wiring wiring, PrintStream log) {
    this.wiring = wiring;
    this.log = log;
  }

  /**
   * That of {@code stack}.
   *
   * @param home takes the log, which a function would send to CloudWatch
   * @throws dev.tidemark.cli.exit.UsageException if the stack serves another source
   */
  static StackWorkplace of(StackSite stack, Definition definition, Home home) {
    PrintStream log = home.log(stack.name() + ".jsonl");
    try {
      return new StackWorkplace(stack.wiring(definition, log, InstantSource.system()), log);
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  @Override
  public Wiring wiring() {
    return wiring;
  }

  @Override
  public boolean alone() {
    return false;
  }

  /** Operators' verbs reach the table by the stack's functions; these legs find out by fencing. */
  @Override
  public Attendance attend(UnaryOperator<ObjectNode> handler, Console console) {
    return () -> {};
  }

  @Override
  public @Nullable String explains(Throwable failure) {
    return null;
  }

  @Override
  public void close() {
    log.close();
  }
}
