package dev.tidemark.simulators.credential;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The access tokens that are valid; their texts are the same for the same order of issue. */
public final class TokenLedger {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final String prefix;
  private final Map<String, Issued> tokens = new HashMap<>();
  private final Duration lifetime;
  private int requests = UNLIMITED;
  private int issued;

  /** An empty ledger whose tokens begin with {@code prefix} and live for {@code lifetime}. */
  public TokenLedger(String prefix, Duration lifetime) {
    this.prefix = prefix;
    this.lifetime = lifetime;
  }

  /** Lets tokens issued from now on be refused after {@code count} requests. */
  public synchronized void lastForRequests(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count < 1: " + count);
    }
    requests = count;
  }

  /** Lets every token issued so far be refused. */
  public synchronized void expireAll() {
    tokens.clear();
  }

  /** How many tokens were issued. */
  public synchronized int issued() {
    return issued;
  }

  /** Issues a token and answers with it (RFC 6749, 4.4.3). */
  public synchronized Reply grant(String scope, Instant now) {
    AccessToken token = issue(scope, now);
    return Reply.of(
        200,
        "application/json",
        "{\"access_token\":%s,\"token_type\":\"bearer\",\"scope\":%s,\"expires_in\":%d}"
            .formatted(Json.quoted(token.text()), Json.quoted(scope), lifetime.toSeconds()));
  }

  private AccessToken issue(String scope, Instant now) {
    issued++;
    AccessToken token = new AccessToken(prefix + issued, scope, now.plus(lifetime));
    tokens.put(token.text(), new Issued(token, requests));
    return token;
  }

  /** Counts one request with a token; null when it is unknown or expired. */
  public synchronized @Nullable AccessToken use(String text, Instant now) {
    Issued known = tokens.get(text);
    if (known == null || known.left() == 0 || !now.isBefore(known.token().expiresAt())) {
      return null;
    }
    if (known.left() != UNLIMITED) {
      tokens.put(text, new Issued(known.token(), known.left() - 1));
    }
    return known.token();
  }

  private record Issued(AccessToken token, int left) {}
}
