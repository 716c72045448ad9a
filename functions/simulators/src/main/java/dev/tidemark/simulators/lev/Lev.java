package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.ServedApi;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A simulated Lev. Resources: {@code deals}, {@code contacts}, {@code companies}, {@code
 * placements}, {@code lenders/directory}; singles count as {@code deals/{id}} and so on, children
 * as {@code deals/{id}/notes}. A deal has 0 to 3 children of each kind unless the plan names a size
 * for {@code team}, {@code properties}, {@code notes} or {@code term-sheets}.
 */
public final class Lev implements Simulator {
  /** The key that is accepted, to be sent as {@code Authorization: Bearer <key>}. */
  public static final String API_KEY = "lev_sk_simulated";

  private final ServedApi served;

  private Lev(ServerSettings settings, DatasetPlan plan) {
    Dataset dataset = new Dataset(plan.withRecords(LevWorld.FINANCIALS, 1), LevWorld.world());
    served = ServedApi.start(settings, dataset, new LevApi(dataset), LevQuirk.class);
  }

  /** Starts serving. */
  public static Lev start(ServerSettings settings, DatasetPlan plan) {
    return new Lev(settings, plan);
  }

  /** Starts serving on a free port. */
  public static Lev start(DatasetPlan plan) {
    return start(ServerSettings.defaults(), plan);
  }

  /** Archives a deal as DELETE does; lists still show it (contract lev 1.9). */
  public void archive(String deal, Instant at) {
    String time = '"' + at.truncatedTo(ChronoUnit.SECONDS).toString() + '"';
    collection(LevWorld.DEALS)
        .change(deal, json -> json.with("archived", "true").with("archived_at", time), at);
  }

  /** Drops a contact out of the default list; by id it is still there (contract lev 1.2, 1.9). */
  public void disconnect(String contact, Instant at) {
    var contacts = collection(LevWorld.CONTACTS);
    contacts.change(contact, json -> json.with("is_connected", "false"), at);
    contacts.show(contact, Visibility.UNLISTED);
  }

  /**
   * The child resources of a deal; a test may change them.
   *
   * @param resource {@code team}, {@code properties}, {@code notes}, {@code term-sheets} or {@code
   *     financials}, which has one record
   */
  public Collection children(String deal, String resource) {
    return dataset().children(resource, deal);
  }

  /**
   * What an honest walk over the children of all listed deals would land now: deal to id to compact
   * JSON. A deal without children has an empty map.
   */
  public Map<String, Map<String, String>> childTruth(String resource) {
    Map<String, Map<String, String>> truth = new LinkedHashMap<>();
    for (String deal : collection(LevWorld.DEALS).ids()) {
      truth.put(deal, children(deal, resource).truth());
    }
    return truth;
  }

  @Override
  public ServedApi served() {
    return served;
  }
}
