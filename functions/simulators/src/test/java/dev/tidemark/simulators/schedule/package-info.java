/** Tests of schedules. */
@NullMarked
package dev.tidemark.simulators.schedule;

import org.jspecify.annotations.NullMarked;
