package dev.tidemark.architecture;

import java.util.List;

/**
 * A module and what it may know.
 *
 * @param name of the module, and of its package below {@code dev.tidemark}
 * @param neighbours the other modules that it knows
 * @param libraries the packages that it may use beside them; empty for any
 * @param exemptions who of it is allowed what is banned
 */
public record Room(
    String name, List<String> neighbours, List<String> libraries, List<Exemption> exemptions) {
  /** Copies its lists. */
  public Room {
    neighbours = List.copyOf(neighbours);
    libraries = List.copyOf(libraries);
    exemptions = List.copyOf(exemptions);
  }

  /** A module that knows {@code neighbours} and any library. */
  public static Room of(String name, String... neighbours) {
    return new Room(name, List.of(neighbours), List.of(), List.of());
  }

  /** The same, which uses nothing but these packages. */
  public Room usingOnly(String... packages) {
    return new Room(name, neighbours, List.of(packages), exemptions);
  }

  /** The same with who is allowed what is banned elsewhere. */
  public Room exempting(Exemption... allowed) {
    return new Room(name, neighbours, libraries, List.of(allowed));
  }

  /** The packages of the module {@code name}. */
  static String packages(String name) {
    return "dev.tidemark." + name + "..";
  }

  String packages() {
    return packages(name);
  }
}
