package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page and the way to it.
 *
 * @param asked what its query said beside what says where it begins
 * @param page what was answered
 * @param number which page it is, from 1
 * @param before records on the pages before
 */
record Walked(
    ListUrl url, RecordList list, Map<String, String> asked, Page page, int number, int before) {
  /** An answer and where it came from. */
  record Page(URI uri, DraftAnswer answer) {}

  Walked {
    asked = Map.copyOf(asked);
  }

  JsonNode body() {
    return page.answer().json();
  }

  List<String> ids() {
    return list.ids(body());
  }

  List<JsonNode> records() {
    return list.of(body());
  }

  /** The same query with one parameter more. */
  URI with(String name, String value) {
    Map<String, String> all = new HashMap<>(asked);
    all.put(name, value);
    return url.with(all);
  }

  /** The page behind it, which {@code answer} is. */
  Walked then(URI uri, DraftAnswer answer) {
    return new Walked(url, list, asked, new Page(uri, answer), number + 1, before + ids().size());
  }
}
