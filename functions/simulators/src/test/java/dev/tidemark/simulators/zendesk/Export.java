package dev.tidemark.simulators.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.Answer;
import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client lands that follows an export to its end.
 *
 * @param landed id to bytes; the later arrival wins
 * @param ids the ids in the order in which they came
 * @param pages the answers
 */
record Export(Map<String, String> landed, List<String> ids, List<JsonNode> pages) {
  private static final int PATIENCE = 300;

  /** Follows cursors from the start of time, sending the same parameters each time. */
  static Export byCursor(Client client, String path, Object... parameters) {
    return walk(client, path, "cursor", "after_cursor", parameters);
  }

  /** Follows end times from the start of time until the end is said or the time stands still. */
  static Export byTime(Client client, String path, Object... parameters) {
    return walk(client, path, "start_time", "end_time", parameters);
  }

  private static Export walk(
      Client client, String path, String parameter, String member, Object... parameters) {
    Export export = new Export(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    String position = "0";
    Object[] query = with(parameters, "start_time", position);
    for (int i = 0; i < PATIENCE; i++) {
      JsonNode page = export.land(client.get(path, query));
      String next = page.get(member).asText();
      if (ended(page) || (!page.has("end_of_stream") && next.equals(position))) {
        return export;
      }
      position = next;
      query = with(parameters, parameter, position);
    }
    throw new IllegalStateException("no end after " + PATIENCE + " pages");
  }

  private static Object[] with(Object[] parameters, Object name, Object value) {
    Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
    all[parameters.length] = name;
    all[parameters.length + 1] = value;
    return all;
  }

  private JsonNode land(Answer answer) {
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    JsonNode page = answer.json();
    pages.add(page);
    String key = page.fieldNames().next();
    for (String record : elements(String.valueOf(Json.of(answer.body()).compact().raw(key)))) {
      String id = String.valueOf(Json.of(record).raw("id")).replace("\"", "");
      ids.add(id);
      landed.remove(id);
      landed.put(id, record);
    }
    return page;
  }

  private static boolean ended(JsonNode page) {
    return page.path("end_of_stream").asBoolean()
        || (page.has("meta") && !page.at("/meta/has_more").asBoolean());
  }

  /** Cuts an array of objects apart without looking into them. */
  private static List<String> elements(String array) {
    List<String> elements = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean inString = false;
    for (int i = 1; i < array.length() - 1; i++) {
      char c = array.charAt(i);
      if (inString && c == '\\') {
        i++;
      } else if (c == '"') {
        inString = !inString;
      } else if (!inString && (c == '{' || c == '[') && depth++ == 0) {
        start = i;
      } else if (!inString && (c == '}' || c == ']') && --depth == 0) {
        elements.add(array.substring(start, i + 1));
      }
    }
    return elements;
  }
}
