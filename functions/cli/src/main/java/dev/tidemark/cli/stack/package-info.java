/**
 * The template of a stack, written from definitions: a function, its schedules and its place in the
 * alarms for each resource. The repository's own template.yaml is written here too, from the
 * definitions that come with the program.
 */
@NullMarked
package dev.tidemark.cli.stack;

import org.jspecify.annotations.NullMarked;
