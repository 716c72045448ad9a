package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.TokenEnd;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all lists of an API have in common.
 *
 * @param origin scheme, host and port, which URLs in answers begin with
 * @param headers headers that every request needs, with their values; others are refused with 401
 * @param query query parameters that every request needs, with their values; likewise
 * @param ended how it says beside 401 that an access token has ended; null for not at all
 * @param requestId where answers carry their number; null for nowhere
 * @param serverTime where answers carry the time; null for the header {@code Date} alone
 * @param unknownToken the status by which an unknown page token is refused
 */
public record ApiForm(
    String origin,
    Map<String, String> headers,
    Map<String, String> query,
    @Nullable TokenEnd ended,
    @Nullable Location requestId,
    @Nullable Location serverTime,
    int unknownToken) {
  /** The access token that is given out where one is fetched. */
  public static final String ACCESS_TOKEN = "certified-access";
}
