package dev.tidemark.simulators.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.simulators.credential.AccessToken;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.server.Request;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who asks (contract zendesk 3.1): an API token behind Basic, an access token behind Bearer. */
final class ZendeskAccess {
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";
  private static final String TOKEN_MARK = "/token:";

  private final TokenLedger tokens;

  ZendeskAccess(TokenLedger tokens) {
    this.tokens = tokens;
  }

  /** The refusal, or null when the credential may read {@code resource}. */
  @Nullable ZendeskError check(Request request, String resource) {
    String sent = request.header("Authorization");
    if (sent == null) {
      return ZendeskError.unauthenticated();
    }
    if (sent.startsWith(BEARER)) {
      return bearer(request, sent.substring(BEARER.length()), resource);
    }
    return decoded(sent).equals(Zendesk.EMAIL + TOKEN_MARK + Zendesk.API_TOKEN)
        ? null
        : ZendeskError.unauthenticated();
  }

  /** Zendesk 3.1, "Health check trap": only a wrong token is refused, a wrong password is not. */
  boolean anonymous(Request request) {
    String sent = request.header("Authorization");
    return sent == null || (sent.startsWith(BASIC) && !decoded(sent).contains(TOKEN_MARK));
  }

  /** Whether an access token was sent: only such a credential can expire. */
  static boolean byToken(Request request) {
    String sent = request.header("Authorization");
    return sent != null && sent.startsWith(BEARER);
  }

  private @Nullable ZendeskError bearer(Request request, String text, String resource) {
    if (text.equals(Zendesk.OAUTH_TOKEN)) {
      return null;
    }
    AccessToken token = tokens.use(text, request.at());
    if (token == null) {
      return ZendeskError.expiredToken();
    }
    return ZendeskScopes.mayRead(token.scope(), resource)
        ? null
        : ZendeskError.missingScope("read");
  }

  private static String decoded(String header) {
    if (!header.startsWith(BASIC)) {
      return "";
    }
    try {
      return new String(Base64.getDecoder().decode(header.substring(BASIC.length())), UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
