package dev.tidemark.lake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The starts of runs that lines name, each by a number: there are as many as runs at most. */
final class RunStarts {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  int number(String start) {
    Integer known = numbers.get(start);
    if (known != null) {
      return known;
    }
    numbers.put(start, texts.size());
    texts.add(start);
    return texts.size() - 1;
  }

  String text(int number) {
    return texts.get(number);
  }
}
