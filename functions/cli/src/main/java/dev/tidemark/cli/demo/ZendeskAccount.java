package dev.tidemark.cli.demo;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.zendesk.Zendesk;
import dev.tidemark.simulators.zendesk.ZendeskQuirk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An account of Zendesk. Its exports show the last minute too, for which the story cannot wait.
 *
 * @param asked the ticket that is refreshed
 */
record ZendeskAccount(Zendesk simulator, int pageSize, Changes changes, List<String> asked)
    implements DemoAccount {
  private static final String RECORDS = "custom_object_records.apartment";
  private static final String CREDENTIAL =
      "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}"
          .formatted(Zendesk.CLIENT_ID, Zendesk.CLIENT_SECRET);

  /** A token ends in mid-walk, however few requests a walk makes. */
  private static final int RECORDS_OF_A_TOKEN = 30;

  private static final int FEWEST_REQUESTS = 4;
  private static final int MOST_REQUESTS = 40;

  private static final int GONE = 3;

  /** A step in time cannot get past more records of one second than a page holds. */
  private static final int SMALLEST_PAGE = 20;

  static ZendeskAccount start(DatasetPlan plan, int pageSize, Changes changes) {
    Zendesk zendesk = Zendesk.start(plan);
    zendesk
        .tokens()
        .lastForRequests(
            Math.clamp(plan.records() / RECORDS_OF_A_TOKEN, FEWEST_REQUESTS, MOST_REQUESTS));
    zendesk.quirks().add(Planned.ANY, new ZendeskQuirk.Exclusion(Duration.ZERO));
    zendesk
        .quirks()
        .add("users", Schedule.at(3), new ZendeskQuirk.RateLimited(RetryHint.SECONDS, 1, false));
    zendesk.quirks().add(Planned.ANY, new Delivery.Delayed(Accounts.LATENCY));
    changes.during(zendesk, "tickets", 2);
    return new ZendeskAccount(
        zendesk, Math.max(pageSize, SMALLEST_PAGE), changes, new ArrayList<>());
  }

  @Override
  public String name() {
    return "zendesk";
  }

  @Override
  public SourceConnection open() {
    return Accounts.open(name(), simulator, CREDENTIAL, pageSize);
  }

  // One: all exports share a limit and a token.
  @Override
  public int workers() {
    return 1;
  }

  @Override
  public List<String> resources() {
    List<String> all = new ArrayList<>(Sources.builtIn(name()).runnable());
    all.add(RECORDS);
    return all;
  }

  @Override
  public Truth truth(String resource) {
    Map<String, String> all = simulator.truth(resource);
    return Truth.of(
        resource.equals(RECORDS) ? Accounts.quoted(all) : all,
        Sources.builtIn(name()).resource(resource).members().deleted());
  }

  @Override
  public int moved() {
    return changes.moved();
  }

  @Override
  public void change() {
    changes.make(simulator, List.of("tickets", "users", "organizations"));
    Instant now = changes.now();
    one("tickets").forEach(id -> simulator.deleteTicket(id, now));
    one("users").forEach(id -> simulator.deleteUser(id, now));
    one(RECORDS).forEach(id -> simulator.deleteRecord("apartment", id, now));
  }

  @Override
  public void vanish() {
    Changes.delete(simulator.collection("organizations"), GONE);
    for (String ticket : one("tickets")) {
      simulator.collection("tickets").rewrite(ticket);
      asked.add(ticket);
    }
  }

  private List<String> one(String resource) {
    return Changes.spread(simulator.collection(resource), 1);
  }

  @Override
  public List<String> errands() {
    return asked.isEmpty()
        ? List.of(Errand.reconcile("organizations"))
        : List.of(Errand.reconcile("organizations"), Errand.refresh("tickets", asked));
  }
}
