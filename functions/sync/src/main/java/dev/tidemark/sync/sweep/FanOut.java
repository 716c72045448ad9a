package dev.tidemark.sync.sweep;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventWriter;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.Wiring;
import java.util.List;
import java.util.Map;

/**
 * Sends what is asked of every resource to each resource's own function. The sweep does it, since
 * it alone knows them: functions that named each other would be a circle in the template.
 */
public final class FanOut {
  private final Wiring wiring;
  private final Functions functions;

  public FanOut(Wiring wiring, Functions functions) {
    this.wiring = wiring;
    this.functions = functions;
  }

  /**
   * Sends {@code event}, and answers to which resources.
   *
   * @param event a sync of every resource, perhaps with settings of its own
   */
  public Answer send(Event event) {
    return switch (event) {
      case Event.With(Event.Sync every, Map<String, String> settings) -> {
        wiring.source().with(settings);
        yield send(every, settings);
      }
      case Event.Sync every -> send(every, Map.of());
      case Event.With _,
          Event.Sliced _,
          Event.Backfill _,
          Event.Refresh _,
          Event.Continue _,
          Event.Operate _,
          Event.Rebind _,
          Event.Status _ ->
          throw new IllegalStateException("not meant for every resource: " + event);
    };
  }

  private Answer send(Event.Sync every, Map<String, String> settings) {
    boolean children = every.resource().equals(Event.EVERY_CHILD);
    Definition definition = wiring.source().definition();
    List<String> all = functions.running(definition, children);
    List<String> meant = every.mode() == Mode.RECONCILE ? definition.reconcilable(all) : all;
    for (String resource : meant) {
      String function = functions.of(ResourceKey.of(wiring.connection(), resource));
      wiring.invoker(function).send(EventWriter.sync(resource, every, settings));
    }
    return Answer.sent(meant);
  }
}
