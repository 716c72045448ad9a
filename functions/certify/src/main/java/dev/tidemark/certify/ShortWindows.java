package dev.tidemark.certify;

import dev.tidemark.rest.definition.Bound;
import dev.tidemark.rest.definition.BoundForm;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.ListTraversal;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A definition whose windows are as short as the simulated account is young: those of years would
 * take thousands of requests that show nothing, and one of a month would hold everything.
 */
final class ShortWindows {
  private static final Duration SHORT = Duration.ofMinutes(20);

  private ShortWindows() {}

  /** The same definition, walked from {@code oldest} by short windows where it has windows. */
  static Definition of(Definition definition, Instant oldest) {
    Map<String, Resource> resources = new LinkedHashMap<>();
    definition.resources().forEach((name, resource) -> resources.put(name, of(resource, oldest)));
    return new Definition(
        definition.tidemark(),
        definition.about(),
        definition.entrance(),
        definition.answers(),
        definition.limits(),
        resources);
  }

  private static Resource of(Resource resource, Instant oldest) {
    ListTraversal walk = resource.traversal();
    Filter filter = walk.filter();
    Duration window = filter == null ? null : filter.windows().window();
    if (filter == null || window == null) {
      return resource;
    }
    Duration unit = filter.form().format().unit();
    Duration least = filter.bound() == Bound.GT ? unit.multipliedBy(2) : unit;
    Duration most = window.compareTo(SHORT) < 0 ? window : SHORT;
    Filter shorter =
        new Filter(
            filter.from(),
            filter.until(),
            filter.bound(),
            new BoundForm(
                filter.form().format(),
                filter.form().zone(),
                new Windows(most.compareTo(least) < 0 ? least : most, oldest)),
            filter.initial(),
            filter.withCursor(),
            filter.youngest(),
            filter.optional());
    return new Resource(
        resource.request(),
        resource.answer(),
        resource.members(),
        new ListTraversal(
            walk.pagination(),
            walk.order(),
            walk.promote(),
            shorter,
            walk.walk(),
            walk.lookback(),
            walk.settleLag(),
            walk.retains()),
        resource.landed(),
        resource.bucket(),
        resource.kin(),
        resource.single());
  }
}
