package dev.tidemark.rest.definition;

/** In which form records land. */
public record LandedAs(
    @Doc("When a batch is stored: whichever comes first.") @Default("{}") BatchSize batch,
    @Doc("Version of the landed form, part of the keys; a new one publishes everything again.")
        @Default("1")
        int schema) {}
