package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.credential.AccessToken;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.page.CursorForm;
import dev.tidemark.simulators.server.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks (contract zendesk 3.1): an API token behind Basic, an access token behind Bearer. "A
 * typo'd scope yields a token that 403s everything; a scope outside the client's ceiling yields 400
 * invalid_scope".
 */
final class ZendeskAccess {
  static final String READ = "read";

  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";

  private final TokenLedger tokens;

  ZendeskAccess(TokenLedger tokens) {
    this.tokens = tokens;
  }

  /** The refusal, or null when the credential may read. */
  @Nullable ZendeskError check(Request request) {
    String sent = String.valueOf(request.header("Authorization"));
    if (sent.startsWith(BEARER)) {
      return bearer(request, sent.substring(BEARER.length()));
    }
    String known = Zendesk.EMAIL + "/token:" + Zendesk.API_TOKEN;
    return sent.startsWith(BASIC)
            && CursorForm.decoded(sent.substring(BASIC.length())).equals(known)
        ? null
        : ZendeskError.unauthenticated();
  }

  /** Whether an access token was sent: only such a credential can expire. */
  static boolean byToken(Request request) {
    return String.valueOf(request.header("Authorization")).startsWith(BEARER);
  }

  /** Whether this client, which only reads, may ask for a scope, spelt as it may be. */
  static boolean withinCeiling(String scope) {
    return !scope.equals("write") && !scope.endsWith(":write");
  }

  private @Nullable ZendeskError bearer(Request request, String text) {
    if (text.equals(Zendesk.OAUTH_TOKEN)) {
      return null;
    }
    AccessToken token = tokens.use(text, request.at());
    if (token == null) {
      return ZendeskError.expiredToken();
    }
    return List.of(token.scope().split(" ", -1)).contains(READ)
        ? null
        : ZendeskError.missingScope(READ);
  }
}
