package dev.tidemark.rest.query;

import dev.tidemark.core.fingerprint.FingerprintRoom;
import dev.tidemark.core.plan.BatchLimits;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.watermark.TimePolicy;
import dev.tidemark.rest.definition.BatchSize;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.record.VersionText;
import java.util.List;
import java.util.Map;

/**
 * A connection as far as its definition and its settings say: what can be known of it without its
 * credential.
 *
 * @param connection its name
 */
public record DescribedSource(String connection, Definition definition, Settings settings) {
  /** How many published records a run compares with, unless memory forbids it. */
  private static final long INDEX_BOUND = 5_000_000;

  private static final int GZIP_LEVEL = 1;

  /** The connection {@code connection} of which nothing is set. */
  public static DescribedSource of(String connection, Definition definition) {
    return new DescribedSource(connection, definition, Settings.DEFAULT);
  }

  /** The same with {@code other} settings. */
  public DescribedSource with(Settings other) {
    return new DescribedSource(connection, definition, other);
  }

  /**
   * The same with {@code other} settings where they say something else.
   *
   * @throws dev.tidemark.rest.definition.DefinitionException if they make no sense
   */
  public DescribedSource with(Map<String, String> other) {
    return with(settings.overridden(definition, other));
  }

  /**
   * The same for a trial of {@code name} that wants {@code records}: it asks for no larger page,
   * where the size can be chosen. A walk by steps of time keeps its size, since it needs one that
   * no moment fills.
   */
  public DescribedSource trying(String name, long records) {
    Resource resource = definition.resource(name);
    String parent = resource.kin().parent();
    List<Resource> lists =
        parent == null ? List.of(resource) : List.of(resource, definition.resource(parent));
    Settings few = settings;
    for (Resource list : lists) {
      if (list.traversal().pagination() instanceof Pagination.TimeStep) {
        return this;
      }
      few =
          list.request().pageSize() == null
              ? few
              : few.pagesOfAtMost(records, list.request().pageSize());
    }
    return with(few);
  }

  /** What a traversal has to know about the resource that {@code key} names. */
  public ResourcePlan plan(ResourceKey key) {
    Resource resource = definition.resource(key.resource());
    BatchSize batch = resource.landed().batch();
    TimePolicy time =
        new TimePolicy(
            resource.traversal().order(),
            resource.traversal().promote(),
            resource.traversal().filter() != null,
            resource.traversal().overlap(),
            resource.traversal().settleLag(),
            new VersionText(resource).kind(),
            resource.cannotSlice() == null);
    return new ResourcePlan(
        key,
        new LandedForm(
            settings.schema(resource), String.join(",", settings.wanted().fieldsOf(resource))),
        QueryHash.of(resource, settings.wanted()),
        time,
        new BatchLimits(batch.bytes(), batch.pages(), batch.age(), GZIP_LEVEL),
        resource.traversal().moves(),
        Math.min(INDEX_BOUND, Runtime.getRuntime().maxMemory() / 2 / FingerprintRoom.BYTES),
        resource.traversal().retains());
  }
}
