package dev.tidemark.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What an API shows of the claims of one resource.
 *
 * @param requests how many requests it took
 */
public record ResourceCheck(String resource, List<DefinitionClaim> claims, int requests) {
  public ResourceCheck {
    claims = List.copyOf(claims);
  }

  /** How many claims the API contradicts. */
  public long contradictions() {
    return count(Verdict.NO);
  }

  /** How many claims have this verdict. */
  public long count(Verdict verdict) {
    return claims.stream().filter(claim -> claim.verdict() == verdict).count();
  }

  /** What to print for the operator: a line for each claim. */
  public String lines() {
    StringBuilder text = new StringBuilder(resource).append('\n');
    for (DefinitionClaim claim : claims) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-3s %-10s %s%n",
              claim.verdict().word(),
              claim.name(),
              claim.says()));
    }
    return text.toString();
  }

  /** What to print for a script. */
  public ObjectNode json(String connection) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", 1)
            .put("connection", connection)
            .put("resource", resource)
            .put("good", contradictions() == 0)
            .put("requests", requests);
    ArrayNode all = json.putArray("claims");
    for (DefinitionClaim claim : claims) {
      all.addObject()
          .put("claim", claim.name())
          .put("verdict", claim.verdict().word())
          .put("says", claim.says());
    }
    return json;
  }
}
