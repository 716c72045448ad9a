package dev.tidemark.testkit.memory;

import dev.tidemark.core.source.RateBudget;
import dev.tidemark.memory.InMemoryRateBudget;
import dev.tidemark.testkit.contract.RateBudgetContract;

class InMemoryRateBudgetTest extends RateBudgetContract {
  private final InMemoryRateBudget budget = new InMemoryRateBudget();

  @Override
  protected RateBudget connect() {
    return budget;
  }
}
