package dev.tidemark.sync.wiring;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.http.Transport;
import java.util.function.Supplier;

/**
 * How the API is reached.
 *
 * @param sources opens the account; asked at every leg, so that a replaced credential is found
 * @param transports opens the way to the API
 */
public record ApiAccess(Supplier<SourceConnection> sources, Supplier<Transport> transports) {}
