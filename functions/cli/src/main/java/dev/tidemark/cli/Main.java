package dev.tidemark.cli;

import dev.tidemark.certify.CertifyException;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.extension.ExtensionName;
import dev.tidemark.lake.UnreadableLakeException;
import dev.tidemark.rest.auth.CredentialException;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Spelling;
import dev.tidemark.sync.event.EventException;
import java.util.List;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code tidemark}. */
@Command(
    name = Main.NAME,
    mixinStandardHelpOptions = true,
    version = Main.VERSION,
    description = "Lands SaaS APIs in your own S3 bucket and does not lose its place.",
    footerHeading =
        "%nBegin with: tidemark demo. A command's own options: tidemark COMMAND --help%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every resource completed, every claim is uncontradicted",
      "1:a run failed, or a claim is contradicted; the sentence says why",
      "2:nothing was started: usage, definition or credential",
      "3:left in flight on purpose"
    },
    subcommands = {
      DemoCommand.class,
      SyncCommand.class,
      BackfillCommand.class,
      RefreshCommand.class,
      RebindCommand.class,
      StatusCommand.class,
      RunsCommand.class,
      VerifyCommand.class,
      CoverageCommand.class,
      ExportCommand.class,
      HeadCommand.class,
      CostCommand.class,
      GcCommand.class,
      NewCommand.class,
      CheckCommand.class,
      CertifyCommand.class,
      SimulateCommand.class,
      SourcesCommand.class,
      ExplainCommand.class,
      CompletionCommand.class,
      SchemaCommand.class
    })
public final class Main {
  static final String NAME = "tidemark";
  static final String VERSION = "tidemark 0.1.0";

  /** The same without its commands. */
  @Command(name = NAME, mixinStandardHelpOptions = true, version = VERSION)
  private static final class Bare {}

  private Main() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    // What libraries have to say to themselves is not for the operator.
    LogManager.getLogManager().reset();
    int status = commandLine(arguments).execute(arguments);
    System.out.flush();
    System.err.flush();
    // No thread that a library leaves behind keeps the process alive.
    Runtime.getRuntime().halt(status);
  }

  /**
   * The command, whose output may be sent elsewhere before it is executed. It is made as far as
   * {@code arguments} reach: reading the annotations of all commands takes longer than most run.
   */
  public static CommandLine commandLine(String... arguments) {
    return reached(arguments.length == 0 ? "" : arguments[0])
        // An id may begin with @, and is no file to be read.
        .setExpandAtFiles(false)
        .setExecutionStrategy(new Output())
        .setParameterExceptionHandler(Main::misspelt)
        .setExecutionExceptionHandler(Main::failed);
  }

  private static CommandLine reached(String first) {
    CommandLine bare = new CommandLine(new Bare());
    if (first.equals("--version") || OperatorCommand.addTo(bare, first::equals)) {
      return bare;
    }
    ExtensionName extension = ExtensionName.of(first);
    if (extension != null) {
      return add(bare, extension);
    }
    for (Class<?> command : Main.class.getAnnotation(Command.class).subcommands()) {
      if (command.getAnnotation(Command.class).name().equals(first)) {
        return bare.addSubcommand(command);
      }
    }
    CommandLine all = new CommandLine(new Main());
    OperatorCommand.addTo(all, _ -> true);
    for (ExtensionName one : ExtensionName.values()) {
      add(all, one);
    }
    return all;
  }

  private static CommandLine add(CommandLine main, ExtensionName extension) {
    CommandLine command = new CommandLine(extension.command());
    command.getCommandSpec().usageMessage().description(extension.description());
    return main.addSubcommand(extension.word(), command);
  }

  /** One sentence and where to read on; the whole usage would bury it. */
  private static int misspelt(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    if (arguments.length == 0) {
      command.usage(command.getOut());
      return ExitStatus.USAGE.code();
    }
    String near = e instanceof UnmatchedArgumentException unmatched ? meant(unmatched) : null;
    command
        .getErr()
        .println(
            "tidemark: " + e.getMessage() + (near == null ? "" : "; did you mean " + near + "?"));
    command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE.code();
  }

  /** The command or option that is nearest to the first word that was not understood. */
  private static @Nullable String meant(UnmatchedArgumentException e) {
    CommandLine command = e.getCommandLine();
    String word = e.getUnmatched().getFirst();
    return Spelling.nearest(
        word,
        List.copyOf(
            word.startsWith("-")
                ? command.getCommandSpec().optionsMap().keySet()
                : command.getSubcommands().keySet()));
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    boolean usage =
        e instanceof UsageException
            || e instanceof CertifyException
            || e instanceof DefinitionException
            || e instanceof CredentialException
            || e instanceof EventException;
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    command.getErr().println("tidemark: " + message);
    if (!usage && !(e instanceof UnreadableLakeException)) {
      Crash.log(e).ifPresent(file -> command.getErr().println("tidemark: details in " + file));
    }
    return usage ? ExitStatus.USAGE.code() : ExitStatus.FAILED.code();
  }
}
