package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command and looks afterwards whether its output was written: a reader of a file that
 * breaks off must not see success.
 */
final class Output implements IExecutionStrategy {
  @Override
  public int execute(ParseResult parsed) {
    int status = new RunLast().execute(parsed);
    boolean broken = System.out.checkError();
    CommandLine command = null;
    for (CommandLine line : parsed.asCommandLineList()) {
      PrintWriter out = line.getOut();
      broken |= out.checkError();
      command = line;
    }
    if (!broken || command == null) {
      return status;
    }
    command
        .getErr()
        .println(
            "tidemark: standard output could not be written to its end (its disk is full, or its"
                + " reader has ended); what was landed stands, and this command may be repeated");
    return status == ExitStatus.COMPLETED.code() ? ExitStatus.FAILED.code() : status;
  }
}
