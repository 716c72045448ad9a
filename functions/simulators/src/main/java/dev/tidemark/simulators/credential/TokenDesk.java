package dev.tidemark.simulators.credential;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token endpoint that gives a token for exactly one request: what says less or something else is
 * refused, as are a form that says more and a secret at another place than where it belongs.
 *
 * @param json whether the request is JSON, else a form
 * @param fields what it has to say
 * @param basic the {@code Authorization} that it has to carry; null for none
 * @param granted what is answered then
 */
public record TokenDesk(
    boolean json, Map<String, String> fields, @Nullable String basic, Reply granted) {
  public TokenDesk {
    fields = Map.copyOf(fields);
  }

  /** The answer to {@code request}. */
  public Reply answer(Request request) {
    if (!request.method().equals("POST")) {
      return refusal(405, "invalid_request", "tokens are given to POST");
    }
    String type = request.header("Content-Type");
    String wanted = json ? "application/json" : "application/x-www-form-urlencoded";
    if (type != null && !type.startsWith(wanted)) {
      return refusal(415, "invalid_request", "the request is to be " + wanted);
    }
    String shown = request.header("Authorization");
    if (basic == null ? shown != null : !basic.equals(shown)) {
      return refusal(401, "invalid_client", "the client does not authenticate as it should");
    }
    Map<String, String> said = json ? members(request.body()) : form(request.body());
    return fields.equals(said)
        ? granted
        : refusal(400, "invalid_grant", "the request does not say what it should");
  }

  private static Map<String, String> form(String body) {
    Map<String, String> said = new HashMap<>();
    QueryString.parse(body).parameters().forEach(one -> said.put(one.name(), one.value()));
    return said;
  }

  private Map<String, String> members(String body) {
    Map<String, String> said = new HashMap<>();
    Json read = Json.of(body);
    fields.forEach((name, value) -> {
      if (Json.quoted(value).equals(read.raw(name))) {
        said.put(name, value);
      }
    });
    return said;
  }

  private static Reply refusal(int status, String code, String why) {
    return Reply.of(
        status,
        "application/json",
        "{\"error\":" + Json.quoted(code) + ",\"error_description\":" + Json.quoted(why) + "}");
  }
}
