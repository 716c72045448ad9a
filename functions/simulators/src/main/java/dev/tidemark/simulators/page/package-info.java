/**
 * Pages before they become a vendor's envelope, the quirks that bend them, and the memory of which
 * cursor was issued for which query. Every vendor that pages by an opaque cursor shares this.
 */
@NullMarked
package dev.tidemark.simulators.page;

import org.jspecify.annotations.NullMarked;
