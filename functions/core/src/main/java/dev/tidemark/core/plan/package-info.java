/**
 * What a leg is given and what it tells: the plan of its resource, its budget, the ports that it
 * works through, the events on its way and its outcome.
 */
@NullMarked
package dev.tidemark.core.plan;

import org.jspecify.annotations.NullMarked;
