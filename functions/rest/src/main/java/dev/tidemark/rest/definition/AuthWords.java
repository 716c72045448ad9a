package dev.tidemark.rest.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a credential is to an API. */
final class AuthWords {
  private AuthWords() {}

  /** A word and what it means, in order. */
  static Map<String, String> of(Auth auth) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "credential", auth.none() ? "none: the API is public" : String.join("; or ", kinds(auth)));
    String elsewhere =
        auth.endpoints()
            .filter(endpoint -> endpoint.url() != null)
            .map(TokenEndpoint::place)
            .collect(Collectors.joining(" and "));
    if (!elsewhere.isEmpty()) {
      lines.put("tokens from", elsewhere + "; the secret goes there and to no other host");
    }
    String ended =
        auth.endpoints()
            .flatMap(endpoint -> endpoint.ended().stream())
            .map(end -> end.status() + " with \"" + end.contains() + "\"")
            .distinct()
            .collect(Collectors.joining(" or "));
    if (!ended.isEmpty()) {
      lines.put("token ended", "401, or " + ended + "; it is fetched once more");
    }
    return lines;
  }

  private static List<String> kinds(Auth auth) {
    List<String> kinds = new ArrayList<>();
    scheme(kinds, "apiKey", auth.apiKey());
    scheme(kinds, "accessToken", auth.accessToken());
    Auth.Basic basic = auth.basic();
    if (basic != null) {
      kinds.add(
          "{\""
              + basic.user()
              + (basic.noPassword()
                  ? "\"} as the user of Basic authentication, with an empty password"
                  : "\", \"" + basic.password() + "\"} as Basic authentication"));
    }
    if (!auth.together().isEmpty()) {
      kinds.add(
          auth.together().stream()
              .map(part -> "{\"" + part.member() + "\"} in the " + part.place())
              .collect(Collectors.joining(" and ")));
    }
    tokens(kinds, auth);
    return kinds;
  }

  private static void tokens(List<String> kinds, Auth auth) {
    Auth.ClientCredentials client = auth.clientCredentials();
    if (client != null) {
      kinds.add(
          "{\"clientId\", \"clientSecret\"}"
              + client(client.client())
              + fetched(client.endpoint()));
    }
    Auth.RefreshToken refresh = auth.refreshToken();
    if (refresh != null) {
      kinds.add(
          "{\"refreshToken\", \"clientId\", \"clientSecret\"}"
              + client(refresh.client())
              + fetched(refresh.endpoint())
              + (refresh.reusable() ? "" : "; one that is replaced by each answer fails"));
    }
    Auth.Login login = auth.login();
    if (login != null) {
      kinds.add("{\"user\", \"password\"}" + fetched(login.endpoint()));
    }
  }

  private static String client(Auth.ClientPlace place) {
    return switch (place) {
      case BODY -> "";
      case BASIC -> " as Basic authentication";
    };
  }

  private static String fetched(TokenEndpoint endpoint) {
    return ", for which a token is fetched at "
        + endpoint.place()
        + (endpoint.parameters().isEmpty() ? "" : " with " + endpoint.parameters());
  }

  private static void scheme(List<String> kinds, String member, Auth.@Nullable Scheme scheme) {
    if (scheme != null) {
      kinds.add(
          "{\""
              + member
              + (scheme.query() == null
                  ? "\"} in the header " + scheme.header() + ": " + scheme.prefix() + "…"
                  : "\"} in the query parameter " + scheme.query()));
    }
  }
}
