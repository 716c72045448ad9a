package dev.tidemark.testkit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtocolExplorationTest {
  @Test
  void every_promise_holds_in_every_world_that_can_be_reached() {
    go(3, Break.NONE, true, 0);
    go(3, Break.NONE, false, 2);
    go(2, Break.NONE, true, 2);
    for (Break b : Break.values()) go(2, b, false, 1);
  }
  void go(int pages, Break b, boolean counts, int verbs) {
    long t = System.nanoTime();
    Exploration.Result result = new Exploration(new Source(pages), b, counts).run(World.empty(verbs));
    System.out.println(pages + " " + b + " " + counts + verbs + " " + result + " " + (System.nanoTime() - t) / 1000000);
  }
}
