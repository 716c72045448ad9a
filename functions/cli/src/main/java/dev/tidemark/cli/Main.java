package dev.tidemark.cli;

import dev.tidemark.certify.CertifyException;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.extension.ExtensionName;
import dev.tidemark.cli.report.Pointed;
import dev.tidemark.lake.UnreadableLakeException;
import dev.tidemark.rest.auth.CredentialException;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Spelling;
import dev.tidemark.sync.event.EventException;
import java.util.List;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
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
      StackCommand.class,
      SimulateCommand.class,
      SourcesCommand.class,
      ExplainCommand.class,
      SchemaCommand.class,
      CompletionCommand.class,
      VersionCommand.class
    })
public final class Main implements Runnable {
  static final String NAME = "tidemark";
  static final String VERSION = "tidemark 0.1.0";

  /** The same without its commands. */
  @Command(name = NAME, mixinStandardHelpOptions = true, version = VERSION)
  private static final class Bare {}

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Without a command there is nothing to run, and what there is, is shown. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

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
    return whole();
  }

  /** With every command that there is. */
  static CommandLine whole() {
    CommandLine all = new CommandLine(new Main());
    OperatorCommand.addTo(all, _ -> true);
    for (ExtensionName one : ExtensionName.values()) {
      add(all, one);
    }
    return all.addSubcommand(new HelpCommand());
  }

  private static CommandLine add(CommandLine main, ExtensionName extension) {
    CommandLine command = new CommandLine(extension.command());
    command.getCommandSpec().usageMessage().description(extension.description());
    return main.addSubcommand(extension.word(), command);
  }

  /** One sentence and where to read on; the whole usage would bury it. */
  private static int misspelt(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("tidemark: " + said(e));
    command.getErr().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitStatus.USAGE.code();
  }

  private static String said(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String first = unmatched.getUnmatched().getFirst();
    if (e.getCommandLine().getParent() == null && !first.startsWith("-")) {
      List<String> commands = List.copyOf(e.getCommandLine().getSubcommands().keySet());
      String hint = Spelling.hint(first, commands);
      return "there is no command \"" + first + "\"" + (hint.isEmpty() ? "" : "; " + hint.strip());
    }
    List<String> meant = unmatched.getSuggestions();
    return meant.isEmpty()
        ? String.valueOf(e.getMessage())
        : e.getMessage() + "; did you mean " + String.join(" or ", meant) + "?";
  }

  private static int failed(Exception e, CommandLine command, ParseResult parsed) {
    boolean usage =
        e instanceof UsageException
            || e instanceof CertifyException
            || e instanceof DefinitionException
            || e instanceof CredentialException
            || e instanceof EventException;
    String message =
        e instanceof DefinitionException refused
            ? Pointed.text(refused)
            : e.getMessage() == null ? e.toString() : e.getMessage();
    command.getErr().println("tidemark: " + message);
    if (!usage && !(e instanceof UnreadableLakeException)) {
      Crash.log(e).ifPresent(file -> command.getErr().println("tidemark: details in " + file));
    }
    return usage ? ExitStatus.USAGE.code() : ExitStatus.FAILED.code();
  }
}
