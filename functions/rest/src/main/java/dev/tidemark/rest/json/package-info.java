/**
 * Pages as streams: a page is read token by token, its records are cut out of the bytes as they
 * came, and only the members that a definition declares are looked at. No record ever becomes a
 * tree.
 */
@NullMarked
package dev.tidemark.rest.json;

import org.jspecify.annotations.NullMarked;
