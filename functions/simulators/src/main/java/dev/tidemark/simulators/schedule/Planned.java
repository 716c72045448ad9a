package dev.tidemark.simulators.schedule;

/**
 * Something that is to happen at certain requests to a resource.
 *
 * @param resource a resource's name as the request log prints it, or {@link #ANY}
 * @param schedule which of the requests to it
 * @param item what is to happen
 */
public record Planned<T>(String resource, Schedule schedule, T item) {
  /** Means every resource; the requests to all of them are then counted together. */
  public static final String ANY = "*";

  public Planned {
    if (resource.isEmpty()) {
      throw new IllegalArgumentException("resource is empty");
    }
  }

  boolean concerns(String other) {
    return resource.equals(ANY) || resource.equals(other);
  }
}
