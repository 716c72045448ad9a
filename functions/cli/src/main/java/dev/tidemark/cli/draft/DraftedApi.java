package dev.tidemark.cli.draft;

import dev.tidemark.rest.auth.Credential;
import dev.tidemark.rest.definition.BaseUrl;

/**
 * A definition that was drafted.
 *
 * @param yaml its text, which holds no secret
 * @param credential what opens the API; none for a public one
 * @param requests how many it took
 */
public record DraftedApi(String yaml, Credential credential, BaseUrl base, int requests) {}
