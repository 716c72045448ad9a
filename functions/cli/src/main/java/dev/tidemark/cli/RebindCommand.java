package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.site.Site;
import dev.tidemark.rest.definition.Definition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark rebind}: lets a connection belong to another account than before. */
@Command(
    name = "rebind",
    mixinStandardHelpOptions = true,
    description = {
      "Lets a connection belong to the account that it is asked for now.",
      "Its checkpoints are forgotten, so that the next runs read everything, unless it is certainly"
          + " the same account. A run that is unfinished has to be cancelled first."
    })
final class RebindCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "The home that the connection is in: ${DEFAULT-VALUE}.")
  private Path home = Path.of(".tidemark");

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "A deployed stack instead, asked for what its parameters and secret now say.")
  private @Nullable String stack;

  @Option(names = "--json", description = "One JSON document, and nothing else.")
  private boolean json;

  @Option(
      names = "--same-account",
      description = "It is the same account at another address: checkpoints stay.")
  private boolean sameAccount;

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    if (spec.commandLine().getParseResult().hasMatchedOption("--set")) {
      throw new UsageException("--set does not apply to a rebind, which reads no page");
    }
    Origin origin =
        Origin.of(source.described(definition), () -> source.openForAccount(definition))
            .by(source.way());
    Site site = new SiteChoice(home, stack, source.connection(), spec).site(origin);
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("action", "rebind");
    ObjectNode answer = site.ask("", event.put("sameAccount", sameAccount));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", 1);
      out.println(document.setAll(answer));
    } else {
      lines(definition, answer).forEach(out::println);
    }
    return ExitStatus.COMPLETED.code();
  }

  private static List<String> lines(Definition definition, JsonNode answer) {
    String connection = answer.path("connection").asText();
    String now = account(answer.path("now"));
    if (answer.path("outcome").asText().equals("unchanged")) {
      return List.of("connection " + connection + " belongs to " + now + " already");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "connection "
            + connection
            + (answer.path("before").isObject()
                ? " belonged to " + account(answer.path("before")) + " and now belongs to "
                : " now belongs to ")
            + now);
    List<String> forgotten = new ArrayList<>();
    answer.path("forgotten").forEach(one -> forgotten.add(one.asText()));
    if (!forgotten.isEmpty()) {
      lines.add(
          "checkpoints are forgotten, the next run reads everything: "
              + String.join(", ", forgotten));
      lines.add(
          "what the account before published stays; to delete what this one does not have: tidemark"
              + " sync "
              + definition.source()
              + " --mode reconcile");
    }
    return lines;
  }

  private static String account(JsonNode account) {
    String id = account.path("account").asText("");
    return account.path("origin").asText()
        + (account.path("account").isTextual() ? " (account " + id + ")" : "");
  }
}
