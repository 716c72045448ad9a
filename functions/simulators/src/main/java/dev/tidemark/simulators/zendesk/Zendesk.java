package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.ServedApi;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A simulated Zendesk. Resources: {@code tickets}, {@code users}, {@code organizations}, {@code
 * ticket_events}, {@code ticket_metric_events}, {@code custom_object_records.apartment}; singles
 * count as {@code tickets/{id}} and so on, the token endpoint as {@code oauth/tokens}. Exports
 * leave out the minute before now by the settings' clock. One ticket in ten belongs to an AI agent.
 * {@code edit} and {@code touch} move a ticket's generated_timestamp too; {@code rewrite} changes
 * bytes that no export shows again.
 */
public final class Zendesk implements Simulator {
  /** The user whose API token is accepted. */
  public static final String EMAIL = "sync@tidemark.example";

  /** The token that is accepted, sent as Basic {@code <email>/token:<token>}. */
  public static final String API_TOKEN = "simulated-api-token";

  /** An access token of an older client, to be sent after {@code Bearer}; it never expires. */
  public static final String OAUTH_TOKEN = "simulated-access-token";

  /** The client that may ask for access tokens. */
  public static final String CLIENT_ID = "tidemark";

  /** The secret of that client. */
  public static final String CLIENT_SECRET = "simulated-secret";

  private final TokenLedger tokens = new TokenLedger("zd-access-", Duration.ofMinutes(30));
  private final ServedApi served;

  private Zendesk(ServerSettings settings, DatasetPlan plan) {
    Dataset dataset = new Dataset(plan, ZendeskWorld.world());
    ZendeskApi api = new ZendeskApi(dataset, tokens);
    served = ServedApi.start(settings, dataset, api, ZendeskQuirk.class);
  }

  /** Starts serving. */
  public static Zendesk start(ServerSettings settings, DatasetPlan plan) {
    return new Zendesk(settings, plan);
  }

  /** Starts serving on a free port. */
  public static Zendesk start(DatasetPlan plan) {
    return start(ServerSettings.defaults(), plan);
  }

  /** The access tokens, and when those issued end. */
  public TokenLedger tokens() {
    return tokens;
  }

  /** Exports a ticket again without an event: its updated_at stays (contract zendesk 3.6). */
  public void systemUpdate(String ticket, Instant at) {
    collection(ZendeskWorld.TICKETS).move(ticket, json -> TicketShapes.generated(json, at), at);
  }

  /** Deletes a ticket: it stays in the export with status deleted (contract zendesk 3.6). */
  public void deleteTicket(String ticket, Instant at) {
    collection(ZendeskWorld.TICKETS).change(ticket, TicketShapes::deleted, at);
  }

  /** Deletes a ticket for good: what users wrote is gone from its record (contract zendesk 3.6). */
  public void scrubTicket(String ticket, Instant at) {
    collection(ZendeskWorld.TICKETS)
        .move(ticket, json -> TicketShapes.generated(TicketShapes.scrubbed(json), at), at);
  }

  /** Gives a ticket to an AI agent: only the scope all shows it (contract zendesk 3.3). */
  public void giveToAiAgent(String ticket) {
    collection(ZendeskWorld.TICKETS).show(ticket, Visibility.PRIVATE);
  }

  /** Deletes a user: active becomes false (contract zendesk 3.6). */
  public void deleteUser(String user, Instant at) {
    collection(ZendeskWorld.USERS).change(user, AccountShapes::deactivated, at);
  }

  /** Deletes a custom object record: it is exported as [DELETED] (contract zendesk 3.4). */
  public void deleteRecord(String objectKey, String id, Instant at) {
    collection(ZendeskWorld.records(objectKey)).change(id, AccountShapes::deletedRecord, at);
  }

  /** What a walk with the default scope would land: no tickets of AI agents. */
  public Map<String, String> agentTickets() {
    return collection(ZendeskWorld.TICKETS)
        .truth(row -> ZendeskSelection.exists(row) && !ZendeskSelection.ofAiAgent(row));
  }

  @Override
  public ServedApi served() {
    return served;
  }

  /**
   * What a walk over everything would land once the last minute has passed: tickets of every scope,
   * tombstones included.
   */
  @Override
  public Map<String, String> truth(String resource) {
    return collection(resource).truth(ZendeskSelection::exists);
  }
}
