package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** How an API selects by time. */
@Doc("How the API selects by time.")
public record Filter(
    @Doc("Query parameter of the lower bound.") String from,
    @Doc("Query parameter of the upper bound; left out where there is none.")
        @Nullable String until,
    @Doc("Whether the lower bound includes itself.") @Default("gte") Bound bound,
    @Doc("How the bounds are written.") @Default("iso-8601") TimeFormat format) {}
