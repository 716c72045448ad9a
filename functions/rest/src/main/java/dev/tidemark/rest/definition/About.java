package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** What a source is called. */
public record About(
    @Doc("Name of the source; lower case, used in keys.") String source,
    @Doc("What the API is called.") String title,
    @Doc("Where the API is documented.") @Nullable String documentation) {}
