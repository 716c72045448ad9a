package dev.tidemark.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.memory.InMemoryBindings;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.sync.wiring.ApiAccess;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Persistence;
import dev.tidemark.sync.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The deployed handlers before an API of two records that says whose account it shows. */
final class TellingApi implements Transport {
  private static final String DEFINITION =
      """
      tidemark: 1
      source: telling
      title: Telling
      baseUrl: https://api.telling.example
      auth: {apiKey: {}}
      account: {path: /me, id: account.id}
      resources:
        things:
          path: /things
          records: data
          id: id
          pagination: {kind: none}
          order: watermark-ascending
          promote: max-seen
          watermark: {field: at}
          filter: {from: since}
      """;
  private static final String THINGS =
      "{\"data\":[{\"id\":1,\"at\":\"2026-01-01T00:00:00Z\"},"
          + "{\"id\":2,\"at\":\"2026-01-02T00:00:00Z\"}]}";
  private static final int OK = 200;

  final InMemoryStates states = new InMemoryStates();
  final InMemoryBindings bindings = new InMemoryBindings();
  final List<String> asked = new ArrayList<>();
  private final InMemoryLake lake = new InMemoryLake();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-01T00:00:00Z"));
  private final Definition definition = DefinitionReader.read("telling.yaml", DEFINITION);
  private final Deque<Integer> statuses = new ArrayDeque<>(List.of(OK));
  private String origin = "https://api.telling.example";
  private String account = "1";
  private String key = "a-key-of-1";
  private int invocations;

  TellingApi account(String id) {
    account = id;
    key = "a-key-of-" + id;
    return this;
  }

  void key(String other) {
    key = other;
  }

  void origin(String other) {
    origin = other;
  }

  /** How the next requests for the account are answered; the last stays. */
  void accountAnswers(int... answers) {
    statuses.clear();
    for (int status : answers) {
      statuses.add(status);
    }
  }

  /** Pages that were asked for. */
  int pages() {
    return (int) asked.stream().filter(path -> path.startsWith("/things")).count();
  }

  /** What the function answers to {@code event} and to what it sends because of it. */
  JsonNode drive(String event, Duration life) {
    Deque<String> due = new ArrayDeque<>(List.of(event));
    JsonNode answer = new ObjectMapper().nullNode();
    while (!due.isEmpty()) {
      answer = invoke(due.removeFirst(), life, due);
    }
    clock.advance(Duration.ofHours(1));
    return answer;
  }

  private JsonNode invoke(String event, Duration life, Deque<String> due) {
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      new SyncHandler(wiring(due))
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              new OneInvocation("request-" + ++invocations, life));
      return new ObjectMapper().readTree(answer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Wiring wiring(Deque<String> due) {
    return new Wiring(
        "telling",
        new ApiAccess(
            () ->
                SourceConnection.open(
                    "telling",
                    definition,
                    BaseUrl.of(origin, false),
                    Settings.DEFAULT,
                    Credential.of(key)),
            () -> this),
        new Persistence(this::ports, states, bindings),
        _ -> due::add,
        new LegLimits(clock, Duration.ofSeconds(20), () -> false, _ -> false));
  }

  private Ports ports(ResourceKey resource) {
    return new Ports(
        new Storage(states, lake, lake, lake, lake),
        new Timing(clock, clock, RandomGenerator.getDefault()),
        _ -> {});
  }

  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    asked.add(uri.getRawPath());
    if (!uri.getPath().equals("/me")) {
      return new Said(OK, THINGS);
    }
    Integer status = statuses.size() > 1 ? statuses.removeFirst() : statuses.peekFirst();
    return new Said(status == null ? OK : status, "{\"account\":{\"id\":\"" + account + "\"}}");
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    throw new IllegalStateException("nothing is posted");
  }

  @Override
  public void close() {}

  private record Said(int status, String json) implements Response {
    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return List.of();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }
}
