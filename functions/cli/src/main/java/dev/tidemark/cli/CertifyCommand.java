package dev.tidemark.cli;

import dev.tidemark.certify.Certificate;
import dev.tidemark.certify.CertifyRequest;
import dev.tidemark.certify.Heading;
import dev.tidemark.certify.Scale;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark certify}: whether a definition loses anything, whatever goes wrong. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a definition against an API that is made from it, in memory, and asks no API.",
      "Every run is killed before and after each of its calls, records move and come late, cursors"
          + " die, pages break off; then the lake is compared with the truth. Exit 0: nothing was"
          + " lost, published twice or falsely deleted. 1: something was; the sentence says what"
          + " and what to change. 2: the definition cannot be used."
    })
final class CertifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "DEFINITION",
      description = "A built-in source or a definition file.")
  private String source = "";

  @Parameters(index = "1..*", paramLabel = "RESOURCE", description = "Which; none named: all.")
  private List<String> resources = new ArrayList<>();

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "12",
      description = "Records of each resource, 3 to 1000; more take longer. Default: 12.")
  private int records;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "7",
      description = "Seed of what is drawn by lot. Default: 7.")
  private long seed;

  @Option(
      names = "--assume",
      paramLabel = "WORD",
      description = {
        "How the API really behaves where that is not as declared; may be given several times:",
        "late=90s, order=watermark-ascending|id|unordered|newest-first, ties, bound=gt|ignored,"
            + " cursor=record|position, edits=unseen."
      })
  private List<String> assume = new ArrayList<>();

  @Option(
      names = "--pages",
      paramLabel = "FOLDER",
      description =
          "Kill the walk over recorded pages instead: FOLDER/RESOURCE/*.json, a body each, in"
              + " order.")
  private @Nullable Path pages;

  @Option(names = "--json", description = "One JSON document per resource, and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = Sources.named(source);
    Scale scale = new Scale(records, seed);
    CertifyRequest request =
        new CertifyRequest(
            definition, names(definition), scale, new CertifyRequest.Api(assume, pages));
    Heading heading = heading(definition, scale);
    List<Certificate> certificates =
        request.run(done -> say(done.resource() + ": " + done.cases() + " cases"));
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.print(heading.lines());
    }
    for (Certificate certificate : certificates) {
      out.print(json ? certificate.json(heading) + "\n" : certificate.lines());
    }
    out.flush();
    boolean good = certificates.stream().allMatch(Certificate::certified);
    return (good ? ExitStatus.COMPLETED : ExitStatus.FAILED).code();
  }

  private List<String> names(Definition definition) {
    if (!resources.isEmpty()) {
      List<String> named = ResourceWords.names(resources, definition.names());
      named.forEach(definition::resource);
      return named;
    }
    Stream<String> unnamed =
        definition.unnamed().stream().map(name -> name.replaceFirst("<.*>", "certified"));
    return Stream.concat(definition.runnable().stream(), unnamed).toList();
  }

  private Heading heading(Definition definition, Scale scale) {
    String version = spec.root().version()[0].replace("tidemark ", "");
    return new Heading(
        definition.source(),
        Sources.sha256(source),
        new Heading.Versions(version, Runtime.version().toString()),
        scale,
        assume);
  }

  private synchronized void say(String progress) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("tidemark: " + progress);
    err.flush();
  }
}
