package dev.tidemark.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an honest client lands.
 *
 * @param ids the ids in the order in which they came
 * @param bytes the records in compact form, separated by commas
 * @param pages how many pages there were
 */
public record Walk(List<String> ids, String bytes, int pages) {

  /** Follows the cursors from the first page to the last, sending the same parameters each time. */
  public static Walk of(Client client, String resource, Object... parameters) {
    List<String> ids = new ArrayList<>();
    List<String> bytes = new ArrayList<>();
    int pages = 0;
    Object[] query = parameters;
    while (true) {
      Answer page = client.get(resource, query);
      if (page.status() != 200) {
        throw new IllegalStateException(page.status() + " " + page.body());
      }
      pages++;
      String data = String.valueOf(Json.of(page.body()).compact().raw("data"));
      page.json().get("data").forEach(record -> ids.add(record.get("id").asText()));
      bytes.add(data.substring(1, data.length() - 1));
      JsonNode node = page.json();
      JsonNode position = node.has("pagination") ? node.get("pagination") : node;
      if (!position.get("has_more").asBoolean()) {
        return new Walk(ids, String.join(",", bytes), pages);
      }
      query = Arrays.copyOf(parameters, parameters.length + 2);
      query[parameters.length] = "cursor";
      query[parameters.length + 1] = position.get("next_cursor").asText();
    }
  }
}
