package dev.tidemark.certify;

import dev.tidemark.certify.described.ApiForm;
import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.TokenEnd;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is no secret, and what an API that knows it wants to be shown.
 *
 * @param credential as a user would give it; null where none is given
 * @param headers headers that every request needs, with their values
 * @param query query parameters that every request needs, with their values
 * @param desk where a token is fetched for it; null where none is
 */
record Admission(
    @Nullable String credential,
    Map<String, String> headers,
    Map<String, String> query,
    @Nullable TokenPlace desk) {
  static final String SECRET = "certified-secret";
  static final String NAME = "user-of-certify";

  /** The first kind of credential that is declared. */
  static Admission of(Auth auth) {
    Auth.Scheme key = auth.apiKey();
    if (key != null) {
      String secret = (key.startsWith() == null ? "" : key.startsWith()) + SECRET;
      return shown(json("apiKey", secret), key, secret, null);
    }
    Auth.Scheme token = auth.accessToken();
    if (token != null) {
      return shown(json("accessToken", SECRET), token, SECRET, null);
    }
    Auth.Basic basic = auth.basic();
    if (basic != null) {
      return basic(basic);
    }
    if (!auth.together().isEmpty()) {
      return together(auth);
    }
    TokenPlace desk = TokenPlace.of(auth);
    return desk == null
        ? new Admission(null, Map.of(), Map.of(), null)
        : shown(desk.credential(), desk.endpoint().shown(), ApiForm.ACCESS_TOKEN, desk);
  }

  /** How the API says beside 401 that a token has ended; null where it does not. */
  @Nullable TokenEnd ended() {
    return desk == null || desk.endpoint().ended().isEmpty()
        ? null
        : desk.endpoint().ended().getFirst();
  }

  private static Admission basic(Auth.Basic basic) {
    String user = basic.noPassword() ? SECRET : NAME;
    String pair = user + basic.userSuffix() + ":" + (basic.noPassword() ? "" : SECRET);
    return new Admission(
        basic.noPassword()
            ? json(basic.user(), SECRET)
            : json(basic.user(), user, basic.password(), SECRET),
        Map.of(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))),
        Map.of(),
        null);
  }

  private static Admission together(Auth auth) {
    Map<String, String> members = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    for (Auth.Part part : auth.together()) {
      String secret = SECRET + "-" + part.member();
      members.put(part.member(), secret);
      if (part.header() != null) {
        headers.put(part.header(), part.prefix() + secret);
      } else {
        query.put(String.valueOf(part.query()), part.prefix() + secret);
      }
    }
    String[] flat =
        members.entrySet().stream()
            .flatMap(one -> java.util.stream.Stream.of(one.getKey(), one.getValue()))
            .toArray(String[]::new);
    return new Admission(json(flat), headers, query, null);
  }

  private static Admission shown(
      String credential, Auth.Scheme scheme, String secret, @Nullable TokenPlace desk) {
    Map<String, String> place =
        Map.of(
            String.valueOf(scheme.query() == null ? scheme.header() : scheme.query()),
            scheme.prefix() + secret);
    return scheme.query() == null
        ? new Admission(credential, place, Map.of(), desk)
        : new Admission(credential, Map.of(), place, desk);
  }

  /** An object of names and values, one after the other. */
  static String json(String... members) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < members.length; i += 2) {
      json.append(json.isEmpty() ? "{\"" : ",\"")
          .append(members[i])
          .append("\":\"")
          .append(members[i + 1])
          .append('"');
    }
    return json.append('}').toString();
  }
}
