package dev.tidemark.rest.definition;

import java.util.Map;

/** How often an API may be asked. */
public record Limits(
    @Doc("Documented limits that a user may choose by name: requests a minute.") @Default("{}")
        Map<String, Integer> tiers,
    @Doc("How often the API may be asked.") @Default("{}") Rate rate) {}
