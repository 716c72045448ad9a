package dev.tidemark.rest.definition;

import java.util.List;

/** How an API is asked for some members of its records only. */
@Doc("How the API is asked for some members of its records only, with --set fields=a,b.")
public record Fields(
    @Doc("What carries the names, joined by commas.") Parameter parameter,
    @Doc("Asked for in any case, beside id, version, watermark and the mark of a deletion.")
        @Default("[]")
        List<String> always) {}
