package dev.tidemark.certify;

import dev.tidemark.certify.described.ApiForm;
import dev.tidemark.certify.described.DescribedApi;
import dev.tidemark.certify.described.DescribedRow;
import dev.tidemark.certify.described.DescribedRows;
import dev.tidemark.certify.described.Manner;
import dev.tidemark.certify.described.Trouble;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Single;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An account at an API that was made from a definition, and a stage that stands in front of it. */
final class SimulatedAccount {
  /** Ids begin behind it. */
  static final long FIRST = 1000;

  /** How long an answer takes: long enough that a batch is full of age after some pages. */
  private static final Duration LATENCY = Duration.ofSeconds(11);

  private static final Duration BETWEEN = Duration.ofSeconds(61);
  private static final int PARENTS = 5;

  final Subject subject;
  final TrialBench stage;
  private final ManualClock clock = new ManualClock(TrialBench.BEGIN);
  private final DescribedApi api;
  private final BaseUrl base;
  private final @Nullable TokenPlace tokens;
  private final String below;
  private Disturbance incident = Disturbance.NONE;
  private int requests;
  private Liar liar = Liar.NONE;
  private boolean singles;
  private int lied;
  private int all;

  SimulatedAccount(Subject subject, Manner manner) {
    this.subject = subject;
    Definition definition = subject.definition();
    this.base = definition.baseUrl(definition.entrance().accountUrl(), false);
    Admission admission = Admission.of(definition.entrance().auth());
    this.below = base.path();
    this.tokens = admission.desk();
    Map<String, String> headers = new LinkedHashMap<>(definition.entrance().headers());
    headers.putAll(admission.headers());
    List<Integer> unknown = definition.answers().errors().cursorRejected();
    ApiForm form =
        new ApiForm(
            base.origin(),
            headers,
            admission.query(),
            admission.ended(),
            definition.answers().requestId(),
            definition.answers().serverTime(),
            unknown.isEmpty() ? 400 : unknown.getFirst());
    this.api =
        new DescribedApi(
            form, Blueprint.lists(definition, subject.name(), base.path()), manner, clock);
    this.stage = new TrialBench(subject, clock, this::answer);
  }

  /** An account as the user says that the API is, with the usual records. */
  static SimulatedAccount usual(Subject subject) {
    return usual(subject, subject.assumed().manner(subject.pageSize()));
  }

  static SimulatedAccount usual(Subject subject, Manner manner) {
    SimulatedAccount account = new SimulatedAccount(subject, manner);
    account.fill(subject.assumed().ties() ? 2 * subject.pageSize() + 1 : 1);
    return account;
  }

  /**
   * Fills it with records.
   *
   * @param alike how many share a time
   */
  void fill(int alike) {
    String parent = subject.resource().kin().parent();
    int count = subject.scale().records();
    if (parent == null) {
      for (int i = 1; i <= (subject.resource().answer().one() ? 1 : count); i++) {
        rows().put(FIRST + i, 0, old(i, alike));
      }
      return;
    }
    for (int i = 1; i <= PARENTS; i++) {
      parents().put(i, 0, old(i, 1));
    }
    for (int i = 1; i <= (subject.resource().answer().one() ? PARENTS : count); i++) {
      rows().put(FIRST + i, 1 + i % PARENTS, old(i, alike));
    }
  }

  /** The time of the i-th of the usual records: the last is an hour old. */
  private Instant old(int i, int alike) {
    // A page's last record shares its time with the first of the next one, where any share theirs.
    int shift = Math.floorMod(-subject.pageSize(), alike);
    int step = subject.scale().records() / alike - (i + shift) / alike;
    return TrialBench.BEGIN.minus(Duration.ofHours(1)).minus(BETWEEN.multipliedBy(step));
  }

  /** A time before that of all the usual records. */
  static Instant before(Scale scale) {
    return TrialBench.BEGIN
        .minus(Duration.ofHours(1))
        .minus(BETWEEN.multipliedBy(scale.records() + 1L))
        .truncatedTo(ChronoUnit.MINUTES);
  }

  DescribedRows rows() {
    return api.rows(subject.name());
  }

  DescribedRows parents() {
    return api.rows(String.valueOf(subject.resource().kin().parent()));
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  /** Waits until the API shows what has just changed. */
  void ripen() {
    Filter filter = subject.resource().traversal().filter();
    if (filter != null && filter.youngest() != null) {
      clock.advance(filter.youngest().plusSeconds(1));
    }
  }

  /** A parent that is there for what is added; 0 where there are none. */
  long someParent() {
    return subject.child() ? PARENTS : 0;
  }

  /** The {@code i}-th record that is there, counted in a circle. */
  DescribedRow row(int i) {
    List<DescribedRow> rows = rows().all();
    return rows.get(Math.floorMod(i, rows.size()));
  }

  /** Adds a record. */
  DescribedRow add(Instant at) {
    long id = rows().all().getLast().id() + 1;
    return rows().put(id, someParent(), at);
  }

  /** From now on requests are counted from 1 and this happens. */
  void meets(Disturbance other) {
    incident = other;
    requests = 0;
  }

  /**
   * From now on the API answers as {@code other} does.
   *
   * @param one whether it lies about single records, else about the list
   */
  void lies(boolean one, Liar other) {
    liar = other;
    singles = one;
    lied = 0;
  }

  /** Requests that were answered since the liar was set, of those that it lies about. */
  int lied() {
    return lied;
  }

  /** Requests since the last incident was set. */
  int requests() {
    return requests;
  }

  /** Whether an answer has contradicted itself so far. */
  boolean contradicted() {
    return api.contradicted();
  }

  private synchronized Reply answer(
      String method, URI uri, Map<String, String> headers, String body) {
    Exchange asked = new Exchange(method, uri, headers, body);
    boolean about = singles ? asksForOne(uri) : asksForList(uri);
    return about ? liar.answer(asked, ++lied, this::honest) : honest(asked);
  }

  private boolean asksForOne(URI uri) {
    Single single = subject.resource().single();
    return single != null && matches(single.path(), uri);
  }

  private boolean asksForList(URI uri) {
    return matches(subject.resource().request().path(), uri) && !asksForToken(uri);
  }

  private boolean asksForToken(URI uri) {
    return tokens != null && tokens.isAt(uri, base);
  }

  private boolean matches(String path, URI uri) {
    String pattern = Pattern.quote(below + path).replaceAll("\\{(parent|id)}", "\\\\E[^/]+\\\\Q");
    return uri.getPath().matches(pattern);
  }

  private Reply honest(Exchange asked) {
    return honest(asked.method(), asked.uri(), asked.headers(), asked.body());
  }

  private Reply honest(String method, URI uri, Map<String, String> headers, String body) {
    Map<String, String> lower = new ConcurrentHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    Request request =
        new Request(
            ++all,
            clock.instant(),
            method,
            uri.getPath(),
            QueryString.parse(uri.getRawQuery()),
            lower,
            body);
    if (tokens != null && asksForToken(uri)) {
      return tokens.desk().answer(request);
    }
    if (!uri.toString().startsWith(base.origin() + "/")) {
      return Reply.of(421, "application/json", "{\"message\":\"this is another host\"}");
    }
    int number = ++requests;
    Trouble trouble = incident.before(number);
    Reply reply = api.answer(request, trouble);
    incident.after(number);
    clock.advance(LATENCY);
    return reply;
  }
}
