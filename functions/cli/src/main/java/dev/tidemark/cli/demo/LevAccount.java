package dev.tidemark.cli.demo;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account of Lev. It has few deals, since their child resources cost five requests a deal.
 *
 * @param asked ids that are refreshed: one that changed, one that is gone
 */
record LevAccount(Lev simulator, int pageSize, Changes changes, List<String> asked)
    implements DemoAccount {
  private static final int DEALS = 24;
  private static final int GONE = 5;

  /** What the simulator calls the children. */
  private static final Map<String, String> CHILDREN =
      Map.of(
          "deal_notes", "notes",
          "deal_term_sheets", "term-sheets",
          "deal_team", "team",
          "deal_properties", "properties",
          "deal_financials", "financials");

  static LevAccount start(DatasetPlan plan, int pageSize, Changes changes) {
    Lev lev = Lev.start(plan.withRecords("deals", Math.min(DEALS, plan.records())));
    Collection deals = lev.collection("deals");
    // Where a record has no time a filter would never show it, so that none is asked for.
    deals.rows(row -> row.updatedAt() == null).forEach(row -> deals.touch(row.id(), plan.newest()));
    lev.quirks()
        .add(
            "contacts",
            Schedule.at(3),
            new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.ABSENT, 1));
    lev.quirks().add("contacts", Schedule.at(7), new LevQuirk.CursorRejected());
    lev.quirks().add("companies", Schedule.at(2), new Delivery.ShortBody(100));
    for (String resource : List.of("contacts", "companies", "placements", "lenders/directory")) {
      lev.quirks().add(resource, new Delivery.Delayed(Accounts.LATENCY));
    }
    changes.during(lev, "placements", 4);
    return new LevAccount(lev, pageSize, changes, new ArrayList<>());
  }

  @Override
  public String name() {
    return "lev";
  }

  @Override
  public SourceConnection open() {
    return Accounts.open(name(), simulator, Lev.API_KEY, pageSize);
  }

  @Override
  public int workers() {
    return 2;
  }

  @Override
  public List<String> resources() {
    return Sources.builtIn(name()).runnable();
  }

  @Override
  public Truth truth(String resource) {
    String child = CHILDREN.get(resource);
    if (child == null) {
      return Truth.of(
          simulator.truth(resource.equals("lenders") ? "lenders/directory" : resource), null);
    }
    Map<String, String> all = new TreeMap<>();
    simulator
        .childTruth(child)
        .forEach((deal, children) ->
            children.forEach((id, record) ->
                all.put(child.equals("financials") ? deal : deal + "/" + id, record)));
    return Truth.of(all, null);
  }

  @Override
  public int moved() {
    return changes.moved();
  }

  @Override
  public void change() {
    changes.make(simulator, List.of("deals", "contacts"));
    simulator.archive(simulator.collection("deals").ids().getFirst(), changes.now());
    simulator
        .quirks()
        .add("deals", new LevQuirk.UpdatedAtFilter(LevQuirk.UpdatedAtFilter.Reaction.REFUSED));
  }

  @Override
  public void vanish() {
    simulator.quirks().clear("deals");
    Collection contacts = simulator.collection("contacts");
    List<String> gone = Changes.delete(contacts, GONE);
    String changed = contacts.ids().isEmpty() ? gone.getFirst() : contacts.ids().getLast();
    contacts.rewrite(changed);
    asked.addAll(List.of(changed, gone.getFirst()));
    for (String deal : simulator.collection("deals").ids()) {
      if (!Changes.delete(simulator.children(deal, "notes"), 1).isEmpty()) {
        return;
      }
    }
  }

  @Override
  public List<String> errands() {
    return List.of(
        Errand.refresh("contacts", asked),
        Errand.reconcile("contacts"),
        Errand.reconcile("deal_notes"));
  }
}
