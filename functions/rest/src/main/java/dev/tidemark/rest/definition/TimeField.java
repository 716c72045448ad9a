package dev.tidemark.rest.definition;

/** A member of a record that holds a time. */
@Doc("A member of a record that holds a time.")
public record TimeField(
    @Doc("Path of the member in a record, joined by dots.") String field,
    @Doc("How it is written.") @Default("iso-8601") TimeFormat format) {}
