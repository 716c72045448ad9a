package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** What any answer of an API says beside its records. */
public record AnswerSigns(
    @Doc("Where an answer carries the vendor's request id.") @Nullable Location requestId,
    @Doc("Where an answer carries the server's clock; otherwise the Date header.")
        @Nullable Location serverTime,
    @Doc("What the API's refusals mean.") @Default("{}") Errors errors) {}
