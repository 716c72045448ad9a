package dev.tidemark.certify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.simulators.examples.Example;
import dev.tidemark.simulators.examples.ExampleAccount;
import dev.tidemark.simulators.examples.ExampleApi;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A resource of one of the examples that the deployed handlers land from its API. */
final class ExampleTrial {
  static final int RECORDS = 12;
  private static final Duration LATENCY = Duration.ofSeconds(11);

  final Subject subject;
  final ExampleApi api;
  final TrialBench bench;
  private final List<String> hosts;
  private Runnable beforeAnswer = () -> {};
  private int requests;

  ExampleTrial(Example example, String resource) {
    Definition definition = definition(example);
    this.subject = new Subject(definition, resource, new Scale(RECORDS, 7), Assumptions.NONE);
    this.api = example.api(new ExampleAccount(Admission.NAME, Admission.SECRET));
    ManualClock clock = new ManualClock(TrialBench.BEGIN);
    this.bench = new TrialBench(subject, clock, this::answer);
    String own = definition.baseUrl(definition.entrance().accountUrl(), false).origin();
    this.hosts = List.of(own + "/", own.replace("//instance.", "//login.") + "/services/oauth2/");
    for (int i = RECORDS; i > 0; i--) {
      // Two records share each time.
      api.rows().add(TrialBench.BEGIN.minus(Duration.ofHours(2 + 30L * (i / 2))));
    }
  }

  static Definition definition(Example example) {
    Path file = Path.of("..", "..", "examples", example.file() + ".yaml");
    try {
      return DefinitionReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private synchronized Reply answer(
      String method, URI uri, Map<String, String> headers, String body) {
    assertThat(hosts).anyMatch(uri.toString()::startsWith);
    beforeAnswer.run();
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    QueryString query = QueryString.parse(uri.getRawQuery());
    Request request =
        new Request(++requests, bench.clock.instant(), method, uri.getPath(), query, lower, body);
    Reply reply = api.answer(request, new Due(List.of()));
    bench.clock.advance(LATENCY);
    return reply;
  }

  /** From now on this happens before each answer. */
  void meets(Runnable before) {
    beforeAnswer = before;
  }

  /** Requests so far. */
  int requests() {
    return requests;
  }

  /** Something of everything that the API can show. */
  void change(int turn) {
    api.rows().add(bench.clock.instant());
    if (!onlyAdded()) {
      api.rows().edit(turn, bench.clock.instant());
      if (shows()) {
        api.rows().bury(turn + 3, bench.clock.instant());
      }
    }
  }

  boolean onlyAdded() {
    return subject.resource().members().appendOnly();
  }

  /** Whether what is deleted is shown, in this list or in another. */
  private boolean shows() {
    return subject.resource().members().deleted() != null;
  }

  /** A run that nothing disturbs, some time later. */
  RunEnd quietly() {
    meets(() -> {});
    bench.clock.advance(Duration.ofHours(1));
    return bench.drive(WalkKind.sync(subject));
  }

  /** What the lake shows is what the API has. */
  void isTruth(String how) {
    LakeView view = LakeView.of(bench, subject);
    Set<String> landed =
        view.newest().values().stream()
            .filter(line -> !line.deleted())
            .map(LandedLine::record)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(landed).as(how).isEqualTo(api.truth(subject.name()));
  }
}
