package dev.tidemark.cli;

import dev.tidemark.cli.check.Checks;
import dev.tidemark.cli.check.ResourceCheck;
import dev.tidemark.cli.draft.DraftRequest;
import dev.tidemark.cli.draft.DraftedApi;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.auth.CredentialException;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.http.Way;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.sync.wiring.SystemPause;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark new}: a definition, drafted from what an API answers. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Asks an API for one list, at most 25 times, and drafts the definition that its answers bear"
          + " out; then check runs on it. Lands nothing.",
      "Each line says in a comment what it was seen from; what was not seen is left safe. Where"
          + " nothing shows how the list pages, no draft is written."
    })
final class NewCommand implements Callable<Integer> {
  private static final String VARIABLE = "TIDEMARK_CREDENTIAL";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "URL",
      description = "The URL of one list, as https://api.example.com/v1/orders.")
  private String url = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The file to write, which must not exist; named after the host unless given.")
  private @Nullable Path out;

  @Option(
      names = "--credential",
      paramLabel = "FILE",
      description = "File that holds the credential; otherwise the variable " + VARIABLE + ".")
  private @Nullable Path credential;

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description = "A header that every request needs and that is no secret.")
  private Map<String, String> headers = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    DraftRequest request = new DraftRequest(url, headers, credential());
    Path given = out;
    Path file = given == null ? Path.of(request.source() + ".yaml") : given;
    if (Files.exists(file)) {
      throw exists(file);
    }
    InstantSource clock = InstantSource.system();
    try (Transport transport = new HttpTransport(EgressPolicy.ANY, Way.of(System.getenv()))) {
      DraftedApi draft = request.draft(transport, new SystemPause(clock, () -> false));
      Definition definition =
          DefinitionReader.read(String.valueOf(file.getFileName()), draft.yaml());
      write(file, draft.yaml());
      say("drafted " + file + " from " + draft.requests() + " answers");
      return checked(definition, draft, file, transport, clock);
    }
  }

  private int checked(
      Definition definition, DraftedApi draft, Path file, Transport transport, InstantSource clock)
      throws InterruptedException {
    SourceConnection connection =
        SourceConnection.open(
            definition.source(),
            definition,
            draft.base(),
            Settings.of(definition, Map.of()),
            draft.credential());
    Checks checks = new Checks(connection, transport, clock, new SystemPause(clock, () -> false));
    boolean good = true;
    for (String name : definition.runnable()) {
      ResourceCheck check = checks.of(name);
      spec.commandLine().getOut().print(check.lines());
      good &= check.contradictions() == 0;
    }
    String base = draft.base().loopback() ? " --base-url " + draft.base().origin() : "";
    say("next: read its comments, then");
    say("  tidemark check " + file + base);
    say("  tidemark sync " + file + base);
    return (good ? ExitStatus.COMPLETED : ExitStatus.FAILED).code();
  }

  private static void write(Path file, String yaml) {
    try {
      Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    } catch (IOException e) {
      throw new UsageException("--out: " + file + " cannot be written: " + e.getMessage());
    }
  }

  private static UsageException exists(Path file) {
    return new UsageException(
        file + " exists already and is not overwritten: name another file with --out");
  }

  private @Nullable Credential credential() {
    Path file = credential;
    if (file == null) {
      String text = System.getenv(VARIABLE);
      return text == null || text.isBlank() ? null : Credential.of(text);
    }
    try {
      return Credential.of(Files.readString(file));
    } catch (IOException e) {
      throw new CredentialException("the credential file " + file + " cannot be read as text");
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
