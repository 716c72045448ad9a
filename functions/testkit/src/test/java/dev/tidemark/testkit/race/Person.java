package dev.tidemark.testkit.race;

import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.OperatorVerb.Decision;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.testkit.traversal.Plans;
import java.util.List;

/** Somebody who interferes: reads, decides and writes, and decides anew if that was refused. */
record Person(String name, List<OperatorVerb> verbs) implements Racer {
  @Override
  public Object race(Track track) {
    return verbs.stream().map(verb -> apply(verb, track.states())).toList();
  }

  private String apply(OperatorVerb verb, ResourceStateStore states) {
    ResourceState stored = states.read(Plans.KEY);
    while (true) {
      switch (verb.decide(stored, name)) {
        case Decision.Apply(ResourceState next) -> {
          switch (states.write(Plans.KEY, stored, next)) {
            case Write.Written() -> {
              return verb + " applied";
            }
            case Write.Refused(ResourceState current) -> stored = current;
          }
        }
        case Decision.PublishFirst() -> {
          return verb + " after publishing";
        }
        case Decision.NoEffect() -> {
          return verb + " without effect";
        }
      }
    }
  }
}
