package dev.tidemark.simulators.dataset;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All collections of one account; those that belong to a parent record are made when asked for. */
public final class Dataset {
  private final DatasetPlan plan;
  private final World world;
  private final Map<String, Collection> collections = new HashMap<>();
  private final Map<String, Collection> children = new ConcurrentHashMap<>();

  /** Makes the collections of {@code world} as {@code plan} says. */
  public Dataset(DatasetPlan plan, World world) {
    this.plan = plan;
    this.world = world;
    world
        .shapes()
        .forEach((name, shape) -> collections.put(name, make(name, "", shape, plan.size(name))));
  }

  /**
   * The collection of a resource.
   *
   * @throws IllegalArgumentException when the vendor has no such resource
   */
  public Collection collection(String resource) {
    Collection collection = collections.get(resource);
    if (collection == null) {
      throw new IllegalArgumentException("no such resource: " + resource);
    }
    return collection;
  }

  /** The child records of one parent, such as the notes of a deal: 0 to 3 unless planned. */
  public Collection children(String resource, String parent) {
    Shape shape = world.children().get(resource);
    if (shape == null) {
      throw new IllegalArgumentException("no such child resource: " + resource);
    }
    int size = plan.sizes().getOrDefault(resource, Math.floorMod(parent.hashCode(), 4));
    return children.computeIfAbsent(
        resource + '/' + parent, key -> make(resource, parent, shape, size));
  }

  private Collection make(String name, String parent, Shape shape, int size) {
    Breeder breeder = new Breeder(shape, plan, world.nasties(), name, parent);
    return new Collection(shape, plan.stamps(), breeder, world.order(), size);
  }

  /**
   * What a vendor has.
   *
   * @param shapes its resources
   * @param children the resources that exist once per parent record
   * @param order the order in which its lists walk
   * @param nasties which nasty records it could have
   */
  public record World(
      Map<String, Shape> shapes,
      Map<String, Shape> children,
      Comparator<Row> order,
      List<Nasty> nasties) {
    public World {
      shapes = Map.copyOf(shapes);
      children = Map.copyOf(children);
      nasties = List.copyOf(nasties);
    }
  }
}
