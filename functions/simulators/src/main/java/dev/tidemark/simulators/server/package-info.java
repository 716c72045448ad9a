/**
 * The loopback server that every vendor shares: it reads a request, asks the vendor for the reply,
 * lets the quirks that are due spoil the reply or its way over the wire, and logs both. A vendor
 * implements {@link dev.tidemark.simulators.server.Vendor} and never sees a socket; a quirk that
 * concerns HTTP itself lives here, so that each vendor has it.
 */
@NullMarked
package dev.tidemark.simulators.server;

import org.jspecify.annotations.NullMarked;
