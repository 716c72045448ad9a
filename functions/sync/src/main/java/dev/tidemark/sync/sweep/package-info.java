/**
 * The sweep: resumes what stalled, measures how fresh resources are, and sends one event to many
 * functions.
 */
@NullMarked
package dev.tidemark.sync.sweep;

import org.jspecify.annotations.NullMarked;
