package dev.tidemark.sync.wiring;

import dev.tidemark.rest.http.Transport;
import java.util.function.Supplier;

/**
 * How the API is reached.
 *
 * @param sources what the source is, and what opens the account
 * @param transports opens the way to the API
 */
public record ApiAccess(SourceAccess sources, Supplier<Transport> transports) {}
