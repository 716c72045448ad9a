/**
 * Zendesk's incremental exports (docs/sources/zendesk-api.md): tickets, users and custom object
 * records under a cursor, organizations and events under an inclusive {@code start_time}; all walk
 * by the second of the last change and leave out the minute before now. Tickets are placed by
 * {@code generated_timestamp}, which system updates move without touching {@code updated_at}.
 * Singles, client credentials, rate-limit buckets and the error shapes of the vendor are here too.
 */
@NullMarked
package dev.tidemark.simulators.zendesk;

import org.jspecify.annotations.NullMarked;
