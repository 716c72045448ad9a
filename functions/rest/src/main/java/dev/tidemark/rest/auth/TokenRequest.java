package dev.tidemark.rest.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Query;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token where the definition says, and nowhere else. Nothing of an answer that is a
 * success is ever shown: it holds the token.
 */
public final class TokenRequest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_ANSWER = 64 * 1024;
  private static final long LONGEST_LIFE = Duration.ofDays(365).toSeconds();

  /** Beside those of 500 and above: timeouts, rate limits and what stands for them. */
  private static final Set<Integer> PASSING = Set.of(408, 420, 425, 429);

  private final Transport transport;
  private final URI uri;
  private final TokenGrant grant;
  private final Redactor redactor;

  /**
   * Asks for a token for {@code grant}, at {@code uri}.
   *
   * @param redactor takes the credential out of what is shown
   */
  public TokenRequest(Transport transport, URI uri, TokenGrant grant, Redactor redactor) {
    this.transport = transport;
    this.uri = uri;
    this.grant = grant;
    this.redactor = redactor;
  }

  /**
   * Makes one attempt.
   *
   * @param limit how long it may take
   * @param waits how long a refusal asks to wait; null where it does not say
   */
  public TokenAnswer send(Duration limit, Function<Response, @Nullable Duration> waits) {
    try (Response answer = transport.post(uri, headers(), payload(), limit)) {
      byte[] body = answer.body().readNBytes(MAX_ANSWER + 1);
      return answer.status() == 200 || answer.status() == 201
          ? granted(answer, body)
          : refused(answer, body, waits);
    } catch (IOException e) {
      return new TokenAnswer.Later(
          redactor.clean("no token was given: " + e.getMessage()), null, false);
    }
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "tidemark");
    if (grant.basic() != null) {
      headers.put("Authorization", grant.basic());
    }
    return headers;
  }

  private Payload payload() {
    if (grant.endpoint().form() == Auth.Form.FORM) {
      return Payload.form(new Query().with(grant.fields()));
    }
    ObjectNode json = JSON.createObjectNode();
    grant.fields().forEach(json::put);
    return Payload.json(json.toString());
  }

  private TokenAnswer granted(Response answer, byte[] body) {
    JsonNode json = json(body);
    String header = grant.endpoint().token().header();
    MemberPath path = grant.endpoint().token().body();
    String token =
        header != null ? answer.header(header) : path == null ? null : text(json, path.names());
    if (token == null || !token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return without(json, body, token != null);
    }
    String replaced = text(json, List.of("refresh_token"));
    if (grant.lasting() != null && replaced != null && !replaced.equals(grant.lasting())) {
      return new TokenAnswer.Denied(
          "the answer to the token request replaces the refresh token: one that is used up by each"
              + " request cannot be kept by functions that run side by side, and the next run"
              + " would be refused. Ask the API for a refresh token that stays valid, or use"
              + " another kind of credential; if the one that was sent stays valid, declare"
              + " refreshToken.reusable: true. It may be used up already: get a new one");
    }
    return new TokenAnswer.Granted(token, lives(json));
  }

  private TokenAnswer without(@Nullable JsonNode json, byte[] body, boolean unfit) {
    String error = text(json, List.of("error"));
    if (error != null) {
      // Some say with a status of success that they give none.
      return new TokenAnswer.Denied(
          "the token request was answered with the error "
              + redactor.clean(error)
              + ": check "
              + grant.check());
    }
    String found =
        body.length > MAX_ANSWER
            ? "is longer than " + MAX_ANSWER + " bytes"
            : json == null
                ? "is no JSON"
                : unfit
                    ? "holds a token at " + place() + " that no header can carry"
                    : "holds no token at " + place();
    return new TokenAnswer.Later(
        "the answer to the token request " + found + "; is " + uri + " where tokens are given?",
        null,
        false);
  }

  private String place() {
    return grant.endpoint().token().toString();
  }

  private @Nullable Duration lives(@Nullable JsonNode json) {
    String said = text(json, grant.endpoint().expires().names());
    // A life of 0 is said by vendors whose tokens do not end.
    if (said == null || !said.matches("\\d{1,18}(\\.\\d+)?")) {
      return null;
    }
    long seconds = Long.parseLong(said.split("\\.", 2)[0]);
    return seconds == 0 ? null : Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE));
  }

  private TokenAnswer refused(
      Response answer, byte[] body, Function<Response, @Nullable Duration> waits) {
    int status = answer.status();
    JsonNode json = json(body);
    String said =
        Stream.of("error_description", "message", "error")
            .map(name -> text(json, List.of(name)))
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse("");
    String reason =
        "the token request was answered "
            + status
            + (said.isEmpty() ? "" : " (" + redactor.clean(said) + ")");
    Duration pause = waits.apply(answer);
    boolean limited = status == 429 || (status == 403 && pause != null);
    if (limited || status >= 500 || PASSING.contains(status)) {
      return new TokenAnswer.Later(reason, pause, limited);
    }
    return new TokenAnswer.Denied(
        reason
            + (status >= 300 && status < 400
                ? ": redirects are not followed, since they would carry the secret elsewhere"
                : ": check " + grant.check()));
  }

  /** The single value at a path; null where there is none, or an empty one. */
  private static @Nullable String text(@Nullable JsonNode json, Iterable<String> names) {
    JsonNode at = json;
    for (String name : names) {
      at = at == null ? null : at.get(name);
    }
    return at == null || !at.isValueNode() || at.isNull() || at.asText().isEmpty()
        ? null
        : at.asText();
  }

  private static @Nullable JsonNode json(byte[] body) {
    try {
      JsonNode read = body.length > MAX_ANSWER ? null : JSON.readTree(body);
      return read == null || read.isMissingNode() ? null : read;
    } catch (IOException e) {
      return null;
    }
  }
}
