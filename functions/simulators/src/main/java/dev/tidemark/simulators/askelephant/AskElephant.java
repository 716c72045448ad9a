package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.ServedApi;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Duration;
import java.util.Map;

/**
 * A simulated AskElephant. Resources: {@code contacts}, {@code companies}, {@code users}, {@code
 * tags}, {@code engagements}; singles count as {@code contacts/{id}} and so on, the token endpoint
 * as {@code oauth/token}. One engagement in ten is private. Deleting a record is a soft delete: it
 * vanishes from lists and answers 404.
 */
public final class AskElephant implements Simulator {
  /** The key that is accepted, to be sent as the whole {@code Authorization} header. */
  public static final String API_KEY = "sk-apik_simulated.simulated";

  /** An access token that never expires, to be sent after {@code Bearer}. */
  public static final String OAUTH_TOKEN = "simulated-access-token";

  /** The client that may ask for access tokens. */
  public static final String CLIENT_ID = "tidemark";

  /** The secret of that client. */
  public static final String CLIENT_SECRET = "simulated-secret";

  /** Without this scope, which the credential lacks at first, private engagements are absent. */
  public static final String PRIVATE_SCOPE = AskScopes.PRIVATE;

  private final AskScopes scopes = new AskScopes();
  private final TokenLedger tokens = new TokenLedger("ae-access-", Duration.ofHours(1));
  private final ServedApi served;

  private AskElephant(ServerSettings settings, DatasetPlan plan) {
    Dataset dataset = new Dataset(plan, AskWorld.world());
    AskApi api = new AskApi(dataset, scopes, tokens);
    served = ServedApi.start(settings, dataset, api, AskElephantQuirk.class);
  }

  /** Starts serving. */
  public static AskElephant start(ServerSettings settings, DatasetPlan plan) {
    return new AskElephant(settings, plan);
  }

  /** Starts serving on a free port. */
  public static AskElephant start(DatasetPlan plan) {
    return start(ServerSettings.defaults(), plan);
  }

  /** Gives the credential a scope; at first it may read every resource, but nothing private. */
  public void grant(String scope) {
    scopes.grant(scope);
  }

  /** Takes a scope from the credential. */
  public void revoke(String scope) {
    scopes.revoke(scope);
  }

  @Override
  public ServedApi served() {
    return served;
  }

  /** What the credential's scopes let an honest walk land. */
  @Override
  public Map<String, String> truth(String resource) {
    return collection(resource).truth(scopes::shows);
  }
}
