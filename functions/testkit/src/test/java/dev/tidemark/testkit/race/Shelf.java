package dev.tidemark.testkit.race;

import dev.tidemark.core.source.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A collection that stands still while legs race.
 *
 * @param byTime whether it is listed by time; otherwise by id
 */
record Shelf(List<Item> items, boolean byTime) {
  Shelf {
    Comparator<Item> byId = Comparator.comparingLong(Item::id);
    Comparator<Item> order = byTime ? Comparator.comparing(Item::updatedAt) : byId;
    items = items.stream().sorted(order.thenComparing(byId)).toList();
  }

  /** Records 1 to {@code count}, one second apart from {@code first} on. */
  static Shelf of(int count, Instant first, boolean byTime) {
    List<Item> items = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      items.add(new Item(id, first.plusSeconds(id - 1L), 0));
    }
    return new Shelf(items, byTime);
  }

  Shelf editing(long id, Instant at) {
    return new Shelf(
        items.stream().map(item -> item.id() == id ? item.edited(at) : item).toList(), byTime);
  }

  Shelf without(long id) {
    return new Shelf(items.stream().filter(item -> item.id() != id).toList(), byTime);
  }

  /** What a query shows behind the record {@code last}; from the beginning if that is 0. */
  List<Item> behind(long last, PageRequest request) {
    List<Item> all = items;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id() == last) {
        all = items.subList(i + 1, items.size());
      }
    }
    Instant from = request.from();
    Instant until = request.until();
    return all.stream()
        .filter(item -> from == null || !item.updatedAt().isBefore(from))
        .filter(item -> until == null || item.updatedAt().isBefore(until))
        .toList();
  }

  /** The records by id, as a reader of the lake should see them. */
  Map<String, String> truth() {
    Map<String, String> truth = new TreeMap<>();
    items.forEach(item -> truth.put(Long.toString(item.id()), item.json()));
    return truth;
  }
}
