/**
 * Where a verb is carried out: in a home on this machine or in a deployed stack, by the same
 * handlers and with the same answers.
 */
@NullMarked
package dev.tidemark.cli.site;

import org.jspecify.annotations.NullMarked;
