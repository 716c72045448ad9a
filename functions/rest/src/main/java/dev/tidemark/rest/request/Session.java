package dev.tidemark.rest.request;

import dev.tidemark.rest.auth.Authorization;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.query.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What all requests to the API of one account share.
 *
 * @param source what is asked, and what its answers mean
 * @param baseUrl where the API is
 * @param authorization how the credential is shown
 * @param redactor takes the credential out of what is shown
 * @param memory what outlives a leg
 */
public record Session(
    DescribedSource source,
    BaseUrl baseUrl,
    Authorization authorization,
    Redactor redactor,
    SourceMemory memory) {
  /** What the API is. */
  public Definition definition() {
    return source.definition();
  }

  /** What the user set about the connection. */
  public Settings settings() {
    return source.settings();
  }

  /** Asks for {@code other} in the same way. */
  public Session asking(DescribedSource other) {
    return new Session(other, baseUrl, authorization, redactor, memory);
  }

  /** The query parameters that carry the credential. */
  public Set<String> secretNames() {
    return definition().entrance().auth().queryNames();
  }

  /** The headers of every request but that of the credential; the caller may add to them. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", "application/json");
    headers.put("User-Agent", "tidemark");
    headers.putAll(definition().entrance().headers());
    return headers;
  }
}
