/**
 * The one way out: requests to the configured host, without redirects, hidden retries or cookies,
 * bounded in time.
 */
@NullMarked
package dev.tidemark.rest.http;

import org.jspecify.annotations.NullMarked;
