package dev.tidemark.testkit.race;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.testkit.traversal.Plans;
import java.util.Arrays;

/** Everything durable. */
record Stores(InMemoryStates states, InMemoryLake lake) {
  static Stores empty() {
    return new Stores(new InMemoryStates(), new InMemoryLake());
  }

  Stores copy() {
    return new Stores(states.copy(), lake.copy());
  }

  /**
   * What is stored, as one text. Owners, times and the ids of runs follow from who acts, so that
   * they need no other form.
   */
  String text() {
    StringBuilder text = new StringBuilder();
    for (ResourceKey key : states.keys(Plans.KEY.connection())) {
      text.append(key).append('=').append(states.read(key)).append('\n');
    }
    text.append(lake.read(Plans.KEY, 1)).append('\n');
    for (String key : lake.keys("")) {
      text.append(key).append('#').append(Arrays.hashCode(lake.bytes(key))).append('\n');
    }
    return text.toString();
  }
}
