package dev.tidemark.certify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.AccountId;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import java.net.URI;
import java.util.Map;

/**
 * Says whose account an API shows, where its definition says that it does, to a request with the
 * credential; leaves every other request to the API behind it.
 */
record AccountDesk(Definition definition, AccountId account, Wire behind) implements Wire {
  /** {@code wire} as it is, or behind such a desk. */
  static Wire before(Definition definition, Wire wire) {
    AccountId account = definition.entrance().account();
    return account == null ? wire : new AccountDesk(definition, account, wire);
  }

  @Override
  public Reply ask(String method, URI uri, Map<String, String> headers, String body) {
    BaseUrl base = definition.baseUrl(definition.entrance().accountUrl(), false);
    if (!method.equals("GET") || !uri.getPath().equals(base.path() + account.path())) {
      return behind.ask(method, uri, headers, body);
    }
    Admission admission = Admission.of(definition.entrance().auth());
    return headers.entrySet().containsAll(admission.headers().entrySet())
            && shows(uri, admission.query())
        ? Reply.of(200, "application/json", document().toString())
        : Reply.of(401, "application/json", "{}");
  }

  private static boolean shows(URI uri, Map<String, String> secrets) {
    QueryString query = QueryString.parse(uri.getRawQuery());
    return secrets.entrySet().stream()
        .allMatch(secret -> secret.getValue().equals(query.first(secret.getKey())));
  }

  private ObjectNode document() {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    JsonMembers.put(whole, account.id(), whole.textNode("certified-account"));
    return whole;
  }
}
