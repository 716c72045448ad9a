package dev.tidemark.sync.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.OperatorVerb.Decision;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.rest.Connection;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.wiring.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a connection belong to another account than before. Unless it is certainly the same account,
 * its checkpoints are forgotten first: they say how far another one was read. What is unfinished
 * stands in the way, since its place is one in the pages of the account before.
 */
public final class Rebinding {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Wiring wiring;

  public Rebinding(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Binds the connection to the account that it is asked for now.
   *
   * @param same whether it is the same account at another address
   * @param writer who signs the states whose checkpoints are forgotten
   */
  public Answer apply(boolean same, String writer) throws InterruptedException {
    requireFinished();
    Account now = shown();
    Binding before = wiring.persistence().bindings().read(wiring.connection());
    boolean unchanged = before != null && before.account().equals(now);
    boolean kept = same || (before != null && before.account().certainlyIs(now));
    List<String> forgotten = unchanged || kept ? List.of() : forget(writer);
    if (!unchanged) {
      bind(before, now);
    }
    ObjectNode json =
        JSON.createObjectNode()
            .put("connection", wiring.connection())
            .put("action", "rebind")
            .put("outcome", unchanged ? "unchanged" : "applied");
    put(json, "before", before == null ? null : before.account());
    put(json, "now", now);
    ArrayNode names = json.putArray("forgotten");
    forgotten.forEach(names::add);
    return new Answer(json);
  }

  private void bind(@Nullable Binding before, Account now) {
    Binding next = before == null ? Binding.first(now) : before.to(now);
    if (!wiring.persistence().bindings().replace(wiring.connection(), before, next)
        && !next.equals(wiring.persistence().bindings().read(wiring.connection()))) {
      throw new EventException(
          "connection " + wiring.connection() + " was bound by another just now; ask again");
    }
  }

  private void requireFinished() {
    List<String> unfinished =
        wiring.persistence().states().keys(wiring.connection()).stream()
            .filter(key -> wiring.persistence().states().read(key).phase().unfinished() != null)
            .map(ResourceKey::sortKey)
            .sorted()
            .toList();
    if (!unfinished.isEmpty()) {
      throw new EventException(
          "a run is unfinished, whose place would be carried to another account; cancel it first:"
              + " tidemark cancel "
              + wiring.source().definition().source()
              + " "
              + String.join(" ", unfinished));
    }
  }

  private Account shown() throws InterruptedException {
    Connection opened = wiring.open();
    try (Transport transport = wiring.transport()) {
      return switch (opened.account(transport, wiring.limits().clock()).read(LIMIT)) {
        case AccountOutcome.Known(Account account) -> account;
        case AccountOutcome.Unknown(PageOutcome why) ->
            throw new EventException("the account is unknown: " + reason(why));
      };
    }
  }

  private static String reason(PageOutcome why) {
    return switch (why) {
      case PageOutcome.Refused(String reason, var _) -> reason;
      case PageOutcome.Unavailable(String reason, var _) -> reason;
      case PageOutcome.Throttled(var until, var _, var _) ->
          "the API is rate limited until " + until;
      case PageOutcome.CursorRejected(String reason, var _) -> reason;
      case PageOutcome.FilterRefused(String reason, var _) -> reason;
      case PageOutcome.Implausible(String reason) -> reason;
      case PageOutcome.Delivered _, PageOutcome.Unasked _ -> "the API does not state it";
    };
  }

  /** The resources whose checkpoints are forgotten: their next runs read everything. */
  private List<String> forget(String writer) {
    List<String> forgotten = new ArrayList<>();
    for (ResourceKey key : wiring.persistence().states().keys(wiring.connection())) {
      ResourceState stored = wiring.persistence().states().read(key);
      while (stored.checkpoint() != null && !stored.checkpoint().holdsNothing()) {
        if (!(OperatorVerb.RESET.decide(stored, writer) instanceof Decision.Apply(var next))
            || stored.phase().unfinished() != null) {
          throw new EventException(key + " began to run just now; ask again when it is done");
        }
        stored =
            wiring.persistence().states().write(key, stored, next)
                    instanceof Write.Refused(ResourceState current)
                ? current
                : next;
      }
      if (stored.writer().equals(writer)) {
        forgotten.add(key.sortKey());
      }
    }
    forgotten.sort(null);
    return forgotten;
  }

  private static void put(ObjectNode json, String name, @Nullable Account account) {
    if (account == null) {
      json.putNull(name);
    } else {
      json.putObject(name).put("origin", account.origin()).put("account", account.id());
    }
  }
}
