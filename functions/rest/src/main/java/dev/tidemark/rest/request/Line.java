package dev.tidemark.rest.request;

import dev.tidemark.rest.http.Transport;
import java.time.InstantSource;

/**
 * The way to an API.
 *
 * @param pacer how often it may be used
 */
public record Line(Transport transport, InstantSource clock, Pacer pacer) {}
