package dev.tidemark.testkit.traversal;

import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;

/**
 * Something that goes wrong at one call.
 *
 * @param call from 1
 */
record Death(Calls calls, int call, Fault fault) {
  FaultPlan plan() {
    return FaultPlan.at(call, fault);
  }
}
