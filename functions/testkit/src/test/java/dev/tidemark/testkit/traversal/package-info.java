/**
 * Whole legs over the in-memory adapters: the traversal is run, broken and taken up again, and the
 * lake is compared with the API's truth.
 */
@NullMarked
package dev.tidemark.testkit.traversal;

import org.jspecify.annotations.NullMarked;
