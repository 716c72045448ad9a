package dev.tidemark.certify.described;

/**
 * Where in an answer a value is put.
 *
 * @param header whether it is a header, else a member of the body
 * @param name of the header, or path in the body, joined by dots
 */
public record Spot(boolean header, String name) {}
