package dev.tidemark.sync;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Definition;
import java.util.List;

/**
 * Sends what is asked of every resource to each resource's own function. The sweep does it, since
 * it alone knows them: functions that named each other would be a circle in the template.
 */
final class FanOut {
  private final Wiring wiring;
  private final Functions functions;

  FanOut(Wiring wiring, Functions functions) {
    this.wiring = wiring;
    this.functions = functions;
  }

  /** Sends {@code every}, and answers to which resources. */
  Answer send(Event.Sync every) {
    boolean children = every.resource().equals(Event.EVERY_CHILD);
    Definition definition = wiring.source().definition();
    List<String> all = functions.running(definition, children);
    List<String> meant = every.mode() == Mode.RECONCILE ? definition.reconcilable(all) : all;
    for (String resource : meant) {
      String function = functions.of(ResourceKey.of(wiring.connection(), resource));
      wiring.invoker(function).send(EventWriter.sync(resource, every));
    }
    return Answer.sent(meant);
  }
}
