package dev.tidemark.core.plan;

/**
 * Everything outside that a leg touches, but for the page reader, which belongs to one resource.
 *
 * @param storage what it reads and stores
 * @param timing what it waits by
 * @param listener what it tells of itself
 */
public record Ports(Storage storage, Timing timing, LegListener listener) {}
