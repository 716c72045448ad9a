/** What a record costs, step by step; figures stand in docs/benchmarks.md. */
@NullMarked
package dev.tidemark.microbench;

import org.jspecify.annotations.NullMarked;
