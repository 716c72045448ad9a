package dev.tidemark.rest.record;

/**
 * What identifies a record.
 *
 * @param identity by which the lake tells it from others: its id as JSON text, for a child together
 *     with its parent's
 * @param shown the same as an operator writes it: a text without its quotes, a child as {@code
 *     parent/id}, one of several members as the array of their values
 */
public record RecordName(String identity, String shown) {}
