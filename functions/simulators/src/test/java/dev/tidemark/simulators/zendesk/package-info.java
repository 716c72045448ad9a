/** Tests of Zendesk. */
@NullMarked
package dev.tidemark.simulators.zendesk;

import org.jspecify.annotations.NullMarked;
