package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** Of what there is a list each: of a resource's records, or of a user's own names. */
public record Kinship(
    @Doc("Name of what the user writes after the resource's name and a dot; the path holds {it}.")
        @Nullable String argument,
    @Doc(
            "The resource whose every record has a list of these; the path, or one value of"
                + " parameters, holds {parent}.")
        @Nullable String parent,
    @Doc(
            "Path of the member of a child that holds its parent's id; needed where {parent} stands"
                + " in a parameter, which an API may not heed.")
        @Nullable MemberPath parentId,
    @Doc(
            "Percent of the parents that may answer 403, 404 or 410 instead of a list; more fail"
                + " the run; 100 where the API answers so for a parent that has none.")
        @Default("20")
        int hidden) {
  public Kinship {
    if (parentId != null && parent == null) {
      throw new IllegalArgumentException(
          "parentId without parent: name the resource whose record it is, or leave it out");
    }
    if (parentId != null) {
      parentId.toMember("parentId:");
    }
  }

  /** Why a list of children cannot be asked for as {@code request} says; null if it can. */
  @Nullable String parentProblem(ListRequest request) {
    return Arguments.parentProblem(request.path(), request.parameters(), parentId != null);
  }

  /** That of one of the lists. */
  Kinship none() {
    return new Kinship(null, null, null, hidden);
  }
}
