package dev.tidemark.rest.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Query;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token by the client credentials grant (RFC 6749, 4.4), at the base URL and nowhere
 * else. Nothing of an answer that is a success is ever shown: it holds the token.
 */
public final class TokenRequest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_ANSWER = 64 * 1024;
  private static final long LONGEST_LIFE = Duration.ofDays(365).toSeconds();
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/json", "User-Agent", "tidemark");

  private final Transport transport;
  private final BaseUrl base;
  private final TokenGrant grant;
  private final Redactor redactor;

  public TokenRequest(Transport transport, BaseUrl base, TokenGrant grant, Redactor redactor) {
    this.transport = transport;
    this.base = base;
    this.grant = grant;
    this.redactor = redactor;
  }

  /**
   * Makes one attempt.
   *
   * @param limit how long it may take
   */
  public TokenAnswer send(Duration limit) {
    URI uri = URI.create(base.origin() + base.path() + grant.how().path());
    try (Response answer = transport.post(uri, HEADERS, payload(), limit)) {
      byte[] body = answer.body().readNBytes(MAX_ANSWER);
      return answer.status() == 200 || answer.status() == 201
          ? granted(body)
          : refused(answer, body);
    } catch (IOException e) {
      return new TokenAnswer.Later(redactor.clean("no token was given: " + e.getMessage()), null);
    }
  }

  private Payload payload() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    fields.put("client_id", grant.clientId());
    fields.put("client_secret", grant.clientSecret());
    if (grant.how().scope() != null) {
      fields.put("scope", grant.how().scope());
    }
    if (grant.how().form() == Auth.Form.FORM) {
      return Payload.form(new Query().with(fields));
    }
    ObjectNode json = JSON.createObjectNode();
    fields.forEach(json::put);
    return Payload.json(json.toString());
  }

  private static TokenAnswer granted(byte[] body) {
    JsonNode json = json(body);
    String token = json == null ? "" : json.path("access_token").asText("");
    if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return new TokenAnswer.Later("the answer to the token request holds no access_token", null);
    }
    long seconds = json == null ? 0 : json.path("expires_in").asLong(0);
    return new TokenAnswer.Granted(
        token, seconds <= 0 ? null : Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE)));
  }

  private TokenAnswer refused(Response answer, byte[] body) {
    int status = answer.status();
    JsonNode json = json(body);
    String said = "";
    for (String name : new String[] {"error", "message", "error_description"}) {
      String text = json == null ? "" : json.path(name).asText("");
      said = text.isEmpty() ? said : text;
    }
    String reason =
        "the token request was answered "
            + status
            + (said.isEmpty() ? "" : " (" + redactor.clean(said) + ")");
    boolean passing = status >= 500 || status == 408 || status == 429;
    return passing
        ? new TokenAnswer.Later(reason, wait(answer.header("Retry-After")))
        : new TokenAnswer.Denied(
            reason
                + (status >= 300 && status < 400
                    ? ": redirects are not followed, since they would carry the secret elsewhere"
                    : ": check clientId, clientSecret and the scope that they may ask for"));
  }

  private static @Nullable Duration wait(@Nullable String seconds) {
    return seconds != null && seconds.matches("\\d{1,4}")
        ? Duration.ofSeconds(Integer.parseInt(seconds))
        : null;
  }

  private static @Nullable JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return null;
    }
  }
}
