package dev.tidemark.rest.definition;

import java.util.List;

/** What refusals mean, where the status alone does not say. */
@Doc("What the API's refusals mean, where the status alone does not say.")
public record Errors(
    @Doc("Where the vendor's message stands in the body; the first that is there counts.")
        @Default("[]")
        List<String> message,
    @Doc("Statuses by which a cursor that was sent is refused.") @Default("[400, 422]")
        List<Integer> cursorRejected,
    @Doc("Where the body says how many seconds to wait; the Retry-After header goes first.")
        @Default("[]")
        List<String> retryAfter) {}
