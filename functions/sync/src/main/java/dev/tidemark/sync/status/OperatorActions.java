package dev.tidemark.sync.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.OperatorVerb.Decision;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.event.LegStory;
import dev.tidemark.sync.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Carries out what an operator asks of a resource: one conditional write, which fences the leg at
 * work. A resource's name means the resource and what is unfinished beside it; a variant's name
 * means that alone.
 */
public final class OperatorActions {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A leg at work moves its state about once a batch; between two moves there is time enough. */
  private static final int ATTEMPTS = 20;

  private final Wiring wiring;
  private final Publisher publisher;

  /** Publishes a sealed run, since a verb may not lose what is complete. */
  @FunctionalInterface
  public interface Publisher {
    /** Continues the sealed run of {@code key}, unless another owner holds it. */
    Answer publish(ResourceKey key) throws InterruptedException;
  }

  /** The result of a verb. */
  private enum Effect {
    /** It was carried out. */
    APPLIED,
    /** There was nothing to change. */
    UNCHANGED,
    /** Another is publishing the run, or moves it faster than we look. */
    HELD
  }

  public OperatorActions(Wiring wiring, Publisher publisher) {
    this.wiring = wiring;
    this.publisher = publisher;
  }

  /** Does {@code verb} to {@code name}, known as {@code writer}; answers what it came to. */
  public Answer apply(OperatorVerb verb, String name, String writer) throws InterruptedException {
    ObjectNode json =
        JSON.createObjectNode()
            .put("connection", wiring.connection())
            .put("action", verb.name().toLowerCase(Locale.ROOT));
    Effect all = Effect.UNCHANGED;
    ArrayNode resources = JSON.createArrayNode();
    for (ResourceKey key : keys(verb, name)) {
      Effect effect = apply(verb, key, writer);
      all = effect == Effect.HELD || all == Effect.UNCHANGED ? effect : all;
      ResourceState now = wiring.persistence().states().read(key);
      resources.add(
          Standing.of(key, now, wiring.limits().clock().instant(), wiring.retains(key))
              .json()
              .put("outcome", word(effect)));
    }
    json.put("outcome", word(all));
    json.set("resources", resources);
    return new Answer(json);
  }

  private Effect apply(OperatorVerb verb, ResourceKey key, String writer)
      throws InterruptedException {
    ResourceStateStore states = wiring.persistence().states();
    ResourceState stored = states.read(key);
    if (stored.equals(ResourceState.NEVER_RUN) && verb != OperatorVerb.PAUSE) {
      // There is nothing to resume, to cancel or to forget, and no state is made to say so.
      return Effect.UNCHANGED;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (verb.decide(stored, writer)) {
        case Decision.NoEffect() -> {
          return Effect.UNCHANGED;
        }
        case Decision.PublishFirst() -> {
          publisher.publish(key);
          stored = states.read(key);
          if (stored.phase() instanceof Phase.Sealed) {
            return Effect.HELD;
          }
        }
        case Decision.Apply(ResourceState next) -> {
          if (!(states.write(key, stored, next) instanceof Write.Refused(ResourceState current))
              || current.equals(next)) {
            remember(verb, key, stored);
            return Effect.APPLIED;
          }
          stored = current;
        }
      }
    }
    return Effect.HELD;
  }

  /** A run that is given up is told by nothing else. */
  private void remember(OperatorVerb verb, ResourceKey key, ResourceState before) {
    Progress lost = before.phase().unfinished();
    if (lost != null && (verb == OperatorVerb.CANCEL || verb == OperatorVerb.RESET)) {
      new LegStory(wiring.persistence().records())
          .cancelled(key, lost, verb, wiring.limits().clock().instant());
    }
  }

  /** Itself first, so that it starts nothing beside it any more. */
  private List<ResourceKey> keys(OperatorVerb verb, String name) {
    List<ResourceKey> known = wiring.persistence().states().keys(wiring.connection());
    ResourceKey named = new KnownNames(wiring).key(name);
    if (!known.contains(named)) {
      new KnownNames(wiring).require(name);
    }
    List<ResourceKey> keys = new ArrayList<>(List.of(named));
    known.stream()
        .filter(key -> !key.equals(named))
        .filter(key -> key.whole().equals(named) || key.beside("").equals(named))
        .filter(key -> concerns(verb, named, key))
        .forEach(keys::add);
    return keys;
  }

  private boolean concerns(OperatorVerb verb, ResourceKey named, ResourceKey key) {
    Phase beside = wiring.persistence().states().read(key).phase();
    return switch (verb) {
      case PAUSE, CANCEL -> beside.unfinished() != null;
      case RESUME -> beside instanceof Phase.Paused;
      // A slice is a part of the run that is forgotten.
      case RESET -> key.whole().equals(named) && beside.unfinished() != null;
    };
  }

  private static String word(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT);
  }
}
