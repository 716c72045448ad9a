package dev.tidemark.simulators.dataset;

/** How a resource names its records. */
public interface Ids {
  /**
   * The id of the {@code ordinal}-th record of {@code parent}; never the same for two of them.
   *
   * @param parent id of the record that it belongs to; empty without one
   * @param ordinal counted from 1
   */
  String id(String parent, long ordinal);

  /** The number by which ids are ordered; 0 where they are ordered as words. */
  long rank(String id);
}
