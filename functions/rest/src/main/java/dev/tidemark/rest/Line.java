package dev.tidemark.rest;

import dev.tidemark.rest.http.Transport;
import java.time.InstantSource;

/**
 * The way to an API.
 *
 * @param pacer how often it may be used
 */
record Line(Transport transport, InstantSource clock, Pacer pacer) {}
