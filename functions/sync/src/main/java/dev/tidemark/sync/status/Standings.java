package dev.tidemark.sync.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.traversal.Slices;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.wiring.Wiring;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says where the resources of a connection stand; it reads the table and nothing else. */
public final class Standings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wiring wiring;

  /** A slice is looked at for itself, and again for its run. */
  private final Map<ResourceKey, ResourceState> seen = new HashMap<>();

  public Standings(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Of {@code resource} and all its variants; null for every resource. */
  public Answer of(@Nullable String resource) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("schema", 1)
            .put("connection", wiring.connection())
            .put("outcome", "status")
            .put("at", wiring.limits().clock().instant().toString());
    DescribedSource source = wiring.api().sources().described();
    if (source != null) {
      json.put("source", source.definition().source());
    }
    ArrayNode resources = json.putArray("resources");
    for (ResourceKey key : keys()) {
      if (resource == null || resource.equals(key.resource()) || resource.equals(key.sortKey())) {
        resources.add(standing(key));
      }
    }
    if (resource != null && resources.isEmpty()) {
      new KnownNames(wiring).require(resource);
    }
    return new Answer(json);
  }

  private ResourceState read(ResourceKey key) {
    return seen.computeIfAbsent(key, wiring.persistence().states()::read);
  }

  /** What is left of the slices of a run that is over says nothing. */
  private List<ResourceKey> keys() {
    return wiring.persistence().states().keys(wiring.connection()).stream()
        .filter(key -> !key.isSlice() || isOfTheRun(key))
        .sorted(Comparator.comparing(ResourceKey::sortKey))
        .toList();
  }

  private boolean isOfTheRun(ResourceKey slice) {
    try {
      return Slices.holds(read(slice.whole()), slice);
    } catch (DamagedStateException e) {
      return true;
    }
  }

  /** One that cannot be read must not hide the others. */
  private ObjectNode standing(ResourceKey key) {
    try {
      ResourceState state = read(key);
      Progress whole = Slices.whole(state);
      ObjectNode standing =
          Standing.of(key, state, wiring.limits().clock().instant(), wiring.retains(key)).json();
      return whole == null ? standing : inSlices(key, whole, standing);
    } catch (DamagedStateException e) {
      return JSON.createObjectNode()
          .put("resource", key.sortKey())
          .put("phase", "damaged")
          .put("advice", e.getMessage())
          .put("needsOperator", true);
    }
  }

  /** With what all slices have done so far. */
  private ObjectNode inSlices(ResourceKey key, Progress whole, ObjectNode standing) {
    Slices slices = Slices.of(this::read, key, whole);
    Standing.speed(
        Answer.describe(standing, slices.seen()), slices.seen(), wiring.limits().clock().instant());
    standing
        .putObject("slices")
        .put("all", slices.parts().size())
        .put("walked", slices.walked())
        .put("atATime", whole.run().slicing().workers());
    return standing;
  }
}
