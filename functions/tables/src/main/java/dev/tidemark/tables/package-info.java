/**
 * The published state of each resource as an Iceberg table: one row for each record, and each
 * published run in it exactly once.
 */
@NullMarked
package dev.tidemark.tables;

import org.jspecify.annotations.NullMarked;
