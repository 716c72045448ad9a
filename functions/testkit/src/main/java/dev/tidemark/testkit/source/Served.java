package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageRequest;

/**
 * One call that the API answered.
 *
 * @param records how many it handed out
 */
public record Served(PageRequest request, PageOutcome outcome, int records) {}
