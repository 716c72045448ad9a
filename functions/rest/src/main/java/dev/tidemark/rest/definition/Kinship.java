package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** Of what there is a list each: of a resource's records, or of a user's own names. */
public record Kinship(
    @Doc("Name of what the user writes after the resource's name and a dot; the path holds {it}.")
        @Nullable String argument,
    @Doc("The resource whose every record has a list of these; the path holds {parent}.")
        @Nullable String parent,
    @Doc(
            "Percent of the parents that may answer 403, 404 or 410 instead of a list; more fail"
                + " the run; 100 where the API answers so for a parent that has none.")
        @Default("20")
        int hidden) {
  /** That of one of the lists. */
  Kinship none() {
    return new Kinship(null, null, hidden);
  }
}
