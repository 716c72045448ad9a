/**
 * AskElephant's API v2 (docs/sources/askelephant-api.md): a raw key without scheme or a bearer
 * token, lists ordered by (updated_at, id) whose cursor is a row, looked up at its current
 * position, so that rows that move are seen twice or missed; problem+json errors; scopes that hide
 * private engagements.
 */
@NullMarked
package dev.tidemark.simulators.askelephant;

import org.jspecify.annotations.NullMarked;
