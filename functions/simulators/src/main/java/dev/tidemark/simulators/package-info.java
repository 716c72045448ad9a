/**
 * Simulated SaaS APIs: honest HTTP servers on the loopback interface that check what they are sent
 * as the vendor would, hold records that a test can change, and deviate only as a plan of quirks
 * says. One package per vendor; what they share (the server, its log, quirks of the wire and of
 * pages, datasets) has packages of its own.
 */
@NullMarked
package dev.tidemark.simulators;

import org.jspecify.annotations.NullMarked;
