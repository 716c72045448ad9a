package dev.tidemark.simulators.server;

/**
 * Marks a deviation that a simulator shows when a plan says so. Each family of quirks is a sealed
 * interface of its own: {@link ReplyQuirk} and {@link Delivery} here, the pages' and the vendors'
 * beside what they concern; a simulator refuses quirks of a family that it does not know.
 */
public interface Quirk {}
