package dev.tidemark.cli.check;

import dev.tidemark.core.plan.Pause;
import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.state.Account;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what an API shows with what its definition claims; lands nothing. */
public final class Checks {
  /** Small, so that a second page is seen of a small account too. */
  private static final int PAGE = 20;

  private static final int PAGES = 3;

  /** The children of a list stand behind a page of their parents. */
  private static final int PAGES_OF_CHILDREN = 3;

  /** How far a server's clock may be ahead of ours, in seconds. */
  private static final int PRECISION = 60;

  private static final Duration ACCOUNT_LIMIT = Duration.ofSeconds(30);

  private final SourceConnection source;
  private final Transport transport;
  private final InstantSource clock;
  private final Pause pause;
  private boolean down;

  /**
   * Checks of what {@code source} claims.
   *
   * @param pause waits before what failed in passing is asked for again
   */
  public Checks(SourceConnection source, Transport transport, InstantSource clock, Pause pause) {
    this.source = source;
    this.transport = transport;
    this.clock = clock;
    this.pause = pause;
  }

  /** Checks {@code name} by three pages at most, two with a lower bound and two single records. */
  public ResourceCheck of(String name) throws InterruptedException {
    Resource resource = source.definition().resource(name);
    SourceConnection asking = asking(resource);
    Probe probe = new Probe(asking.reader(name, transport, clock), clock, pause, down);
    List<Answered> pages =
        probe.pages(begin(resource), resource.kin().parent() == null ? PAGES : PAGES_OF_CHILDREN);
    down = probe.down();
    Sample sample = new Sample(resource, asked(asking, resource), pages);
    List<DefinitionClaim> claims = new ArrayList<>();
    claims.add(access(sample.first()));
    if (sample.first().delivered()) {
      Instant now = clock.instant().plusSeconds(PRECISION);
      claims.addAll(RecordClaims.of(sample, now));
      claims.addAll(inList(sample, now));
      claims.addAll(byRequest(sample, probe, now));
    }
    claims.addAll(account());
    return new ResourceCheck(name, claims, probe.requests());
  }

  /** Of an API of windows the last one is looked at, where most records are. */
  private @Nullable Instant begin(Resource resource) {
    Filter filter = resource.traversal().filter();
    Duration window = filter == null ? null : filter.windows().window();
    return window == null ? null : clock.instant().minus(window);
  }

  private DefinitionClaim access(Answered page) {
    if (page.delivered()) {
      return DefinitionClaim.ok(
          "access",
          source.definition().entrance().auth().none()
              ? "it answers without a credential"
              : "it answers, and the credential may read it");
    }
    return page.throttled()
        ? DefinitionClaim.unknown("access", page.why())
        : DefinitionClaim.no("access", page.why());
  }

  /** Asked for once, whatever is checked: it is one for all resources. */
  private List<DefinitionClaim> account() throws InterruptedException {
    if (source.definition().entrance().account() == null) {
      return List.of();
    }
    return switch (source.account(transport, clock).read(ACCOUNT_LIMIT)) {
      case AccountOutcome.Known(Account account) ->
          List.of(DefinitionClaim.ok("account", "a connection is kept to " + account));
      case AccountOutcome.Unknown(PageOutcome why) -> {
        Answered answered = new Answered(null, why, new PageNotes());
        yield List.of(
            answered.passing()
                ? DefinitionClaim.unknown("account", answered.why())
                : DefinitionClaim.no("account", answered.why()));
      }
    };
  }

  private static List<DefinitionClaim> inList(Sample sample, Instant now) {
    List<DefinitionClaim> claims = new ArrayList<>();
    if (sample.resource().kin().parent() != null) {
      return claims;
    }
    claims.addAll(PagingClaims.of(sample));
    if (!sample.records().isEmpty()) {
      claims.add(OrderClaim.of(sample, now));
    }
    return claims;
  }

  private static List<DefinitionClaim> byRequest(Sample sample, Probe probe, Instant now)
      throws InterruptedException {
    List<DefinitionClaim> claims = new ArrayList<>();
    if (sample.pages().getLast().throttled() || sample.records().isEmpty()) {
      return claims;
    }
    Filter filter = sample.resource().traversal().filter();
    if (filter != null) {
      claims.addAll(selected(sample, filter, probe, now));
    }
    if (sample.resource().single() != null) {
      PageNotes notes = new PageNotes();
      RecordOutcome outcome = probe.single(SingleClaim.written(sample.records().getFirst()), notes);
      claims.add(SingleClaim.of(sample, outcome, notes));
      String missing = MissingClaim.id(SingleClaim.written(sample.records().getFirst()));
      PageNotes none = new PageNotes();
      claims.add(MissingClaim.of(missing, probe.single(missing, none), none));
    }
    return claims;
  }

  private static List<DefinitionClaim> selected(
      Sample sample, Filter filter, Probe probe, Instant now) throws InterruptedException {
    Instant bound = BoundClaim.middle(sample, filter, now);
    if (bound == null) {
      return List.of(BoundClaim.unasked(sample, filter, now));
    }
    Answered first = probe.from(bound);
    DefinitionClaim claim = BoundClaim.of(sample, filter, bound, first);
    String next = first.next();
    return claim.verdict() == Verdict.OK && next != null && !BoundClaim.isIgnored(bound, first)
        ? List.of(claim, BoundedPageClaim.of(bound, probe.from(bound, next)))
        : List.of(claim);
  }

  /** The connection with small pages, unless the user chose a size. */
  private SourceConnection asking(Resource resource) {
    Settings set = source.settings();
    PageSize size = resource.request().pageSize();
    // A step in time cannot get past more records of one time than a page holds.
    if (set.pageSize() != null
        || size == null
        || resource.kin().parent() != null
        || resource.traversal().pagination() instanceof Pagination.TimeStep) {
      return source;
    }
    return source.asking(source.source().with(set.ofPages(Math.min(PAGE, size.max()))));
  }

  private static int asked(SourceConnection asking, Resource resource) {
    PageSize size = resource.request().pageSize();
    Integer set = asking.settings().pageSize();
    return size == null ? 0 : set == null ? size.ask() : Math.min(set, size.max());
  }
}
