package dev.tidemark.certify;

import dev.tidemark.certify.described.ApiForm;
import dev.tidemark.certify.described.DescribedApi;
import dev.tidemark.certify.described.DescribedRow;
import dev.tidemark.certify.described.DescribedRows;
import dev.tidemark.certify.described.ListForm;
import dev.tidemark.certify.described.Manner;
import dev.tidemark.rest.definition.AccountId;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TokenEndpoint;
import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.LoopbackServer;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.ServerSettings;
import dev.tidemark.simulators.server.Vendor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The API that a definition describes, served on this machine until it is closed. */
public final class ServedDefinition implements AutoCloseable {
  private static final long FIRST = 1000;
  private static final long FIRST_CHILD = 500_000;
  private static final int PARENTS = 5;
  private static final int PAGE = 50;
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Definition definition;
  private final BaseUrl base;
  private final Admission admission;
  private final Plan<Quirk> quirks =
      new Plan<>(quirk -> quirk instanceof ReplyQuirk || quirk instanceof Delivery);
  private final LoopbackServer server;
  private final DescribedApi api;
  private int edits;

  private ServedDefinition(Definition definition, ServerSettings settings) {
    this.definition = definition;
    this.base = definition.baseUrl(definition.entrance().accountUrl(), false);
    this.admission = Admission.of(definition.entrance().auth());
    AtomicReference<@Nullable DescribedApi> described = new AtomicReference<>();
    this.server = new LoopbackServer(settings, new Front(described), quirks);
    this.api = described(settings);
    described.set(api);
  }

  /**
   * Starts serving.
   *
   * @param records how many each list has
   * @throws CertifyException if its tokens are asked for elsewhere
   */
  public static ServedDefinition start(
      Definition definition, int records, ServerSettings settings) {
    TokenPlace tokens = Admission.of(definition.entrance().auth()).desk();
    TokenEndpoint endpoint = tokens == null ? null : tokens.endpoint();
    if (endpoint != null && endpoint.url() != null) {
      throw new CertifyException(
          definition.source()
              + " asks for its tokens at "
              + endpoint.url()
              + ", which cannot be served on this machine: simulate a copy of the definition with"
              + " auth: {apiKey: {}}");
    }
    ServedDefinition served = new ServedDefinition(definition, settings);
    served.names().forEach(name -> served.fill(name, records, settings.clock().instant()));
    return served;
  }

  private DescribedApi described(ServerSettings settings) {
    Map<String, String> headers = new LinkedHashMap<>(definition.entrance().headers());
    headers.putAll(admission.headers());
    List<Integer> unknown = definition.answers().errors().cursorRejected();
    ApiForm form =
        new ApiForm(
            server.uri().toString(),
            headers,
            admission.query(),
            admission.ended(),
            definition.answers().requestId(),
            definition.answers().serverTime(),
            unknown.isEmpty() ? 400 : unknown.getFirst());
    Map<String, ListForm> lists = new LinkedHashMap<>();
    names().forEach(name -> lists.putAll(Blueprint.lists(definition, name, base.path())));
    return new DescribedApi(form, lists, Manner.described(PAGE), settings.clock());
  }

  /** Its lists; of those of which there is one for each name, one called {@code simulated}. */
  public List<String> names() {
    Stream<String> unnamed =
        definition.unnamed().stream().map(name -> name.replaceFirst("<.*>", "simulated"));
    return Stream.concat(definition.runnable().stream(), unnamed).toList();
  }

  private void fill(String name, int records, Instant now) {
    Resource resource = definition.resource(name);
    boolean child = resource.kin().parent() != null;
    int parents = Math.min(PARENTS, records);
    int count = !resource.answer().one() ? records : child ? parents : 1;
    for (int i = 1; i <= count; i++) {
      Instant at = now.minus(Duration.ofHours(1)).minus(BETWEEN.multipliedBy(count - i));
      long parent = child ? FIRST + 1 + (i - 1) % parents : 0;
      api.rows(name).put((child ? FIRST_CHILD : FIRST) + i, parent, at);
    }
  }

  /** The base URL to ask it at. */
  public URI baseUri() {
    return URI.create(server.uri() + base.path());
  }

  /** A credential that it takes, which is no secret; null where it takes none. */
  public @Nullable String credential() {
    return admission.credential();
  }

  /** What goes wrong; may be changed at any time. */
  public Plan<Quirk> quirks() {
    return quirks;
  }

  /** The records of the list called {@code name}, by their ids, as it prints them. */
  public Map<String, String> truth(String name) {
    Map<String, String> truth = new TreeMap<>();
    DescribedRows rows = api.rows(name);
    rows.all().forEach(row -> truth.put(Long.toString(row.id()), rows.json(row)));
    return truth;
  }

  /** Edits one record after the other, list by list. */
  public void edit(Instant at) {
    List<String> names = names();
    DescribedRows rows = api.rows(names.get(edits % names.size()));
    List<DescribedRow> all = rows.all();
    if (!all.isEmpty()) {
      rows.edit(all.get(edits / names.size() % all.size()).id(), at);
    }
    edits++;
  }

  @Override
  public void close() {
    server.close();
  }

  /** Answers for tokens and the account, and leaves the rest to the described API. */
  private final class Front implements Vendor {
    private final AtomicReference<@Nullable DescribedApi> described;

    Front(AtomicReference<@Nullable DescribedApi> described) {
      this.described = described;
    }

    @Override
    public String resource(String path) {
      return path;
    }

    @Override
    public Reply answer(Request request, Due due) {
      TokenPlace tokens = admission.desk();
      URI asked = URI.create(base.origin() + request.path().replace(" ", "%20"));
      if (tokens != null && tokens.isAt(asked, base)) {
        return tokens.desk().answer(request);
      }
      AccountId account = definition.entrance().account();
      if (account != null && request.path().equals(base.path() + account.path())) {
        return account(request, account);
      }
      DescribedApi ready = described.get();
      return ready == null
          ? Reply.of(503, "application/json", "{\"message\":\"starting\"}")
          : ready.answer(request, null);
    }

    private Reply account(Request request, AccountId account) {
      Map<String, String> shown = new LinkedHashMap<>();
      admission
          .headers()
          .forEach((name, value) -> shown.put(name, String.valueOf(request.header(name))));
      Wire nothing = (method, uri, headers, body) -> Reply.empty(404);
      StringBuilder query = new StringBuilder();
      admission
          .query()
          .forEach((name, value) ->
              query
                  .append(query.isEmpty() ? "?" : "&")
                  .append(name)
                  .append('=')
                  .append(request.query().first(name)));
      URI uri = URI.create(base.origin() + request.path() + query);
      return new AccountDesk(definition, account, nothing)
          .ask(request.method(), uri, shown, request.body());
    }
  }
}
