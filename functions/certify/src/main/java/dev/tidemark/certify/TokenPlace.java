package dev.tidemark.certify;

import static dev.tidemark.certify.Admission.NAME;
import static dev.tidemark.certify.Admission.SECRET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.certify.described.ApiForm;
import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.TokenEndpoint;
import dev.tidemark.simulators.credential.TokenDesk;
import dev.tidemark.simulators.server.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a definition says that tokens are given, and the request that gets one there.
 *
 * @param credential as a user would give it
 * @param fields what the request has to say
 * @param basic the {@code Authorization} that it has to carry; null for none
 */
record TokenPlace(
    TokenEndpoint endpoint, String credential, Map<String, String> fields, @Nullable String basic) {
  private static final int LIVES = 7200;

  /** The first kind of token that is declared; null where none is fetched. */
  static @Nullable TokenPlace of(Auth auth) {
    Auth.RefreshToken refresh = auth.refreshToken();
    if (refresh != null) {
      return client(
          refresh.endpoint(),
          Admission.json("refreshToken", "refresh-1", "clientId", NAME, "clientSecret", SECRET),
          refresh.client(),
          refresh.scope(),
          Map.of("grant_type", "refresh_token", "refresh_token", "refresh-1"));
    }
    Auth.ClientCredentials client = auth.clientCredentials();
    if (client != null) {
      return client(
          client.endpoint(),
          Admission.json("clientId", NAME, "clientSecret", SECRET),
          client.client(),
          client.scope(),
          Map.of("grant_type", "client_credentials"));
    }
    Auth.Login login = auth.login();
    if (login == null) {
      return null;
    }
    Map<String, String> fields = new LinkedHashMap<>(login.endpoint().parameters());
    fields.put(login.user(), NAME);
    fields.put(login.password(), SECRET);
    return new TokenPlace(
        login.endpoint(), Admission.json("user", NAME, "password", SECRET), fields, null);
  }

  private static TokenPlace client(
      TokenEndpoint endpoint,
      String credential,
      Auth.ClientPlace place,
      @Nullable String scope,
      Map<String, String> grant) {
    Map<String, String> fields = new LinkedHashMap<>(grant);
    fields.putAll(endpoint.parameters());
    if (scope != null) {
      fields.put("scope", scope);
    }
    if (place == Auth.ClientPlace.BODY) {
      fields.put("client_id", NAME);
      fields.put("client_secret", SECRET);
      return new TokenPlace(endpoint, credential, fields, null);
    }
    byte[] pair = (NAME + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
    return new TokenPlace(
        endpoint, credential, fields, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Whether {@code uri} is this place. */
  boolean isAt(URI uri, BaseUrl base) {
    String url = endpoint.url();
    String place = url == null ? base.origin() + base.path() + endpoint.path() : url;
    return uri.toString().equals(place);
  }

  /** What answers there. */
  TokenDesk desk() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    JsonMembers.put(body, endpoint.expires(), body.numberNode(LIVES));
    MemberPath path = endpoint.token().body();
    if (path != null) {
      JsonMembers.put(body, path, body.textNode(ApiForm.ACCESS_TOKEN));
    }
    Reply reply = Reply.of(200, "application/json", body.toString());
    String header = endpoint.token().header();
    return new TokenDesk(
        endpoint.form() == Auth.Form.JSON,
        fields,
        basic,
        header == null ? reply : reply.with(header, ApiForm.ACCESS_TOKEN));
  }
}
