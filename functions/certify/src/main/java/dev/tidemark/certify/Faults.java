package dev.tidemark.certify;

import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;

/**
 * What a leg meets.
 *
 * @param requests whether its requests count, else its calls of the table and the lake: the two run
 *     beside each other, so that no order counts both
 */
record Faults(FaultPlan plan, boolean requests) {
  static Faults none() {
    return new Faults(FaultPlan.none(), false);
  }

  static Faults counting(boolean requests) {
    return new Faults(FaultPlan.none(), requests);
  }

  static Faults at(int call, Fault fault, boolean requests) {
    return new Faults(FaultPlan.at(call, fault), requests);
  }

  <T> T port(Class<T> port, T target) {
    return requests ? plan.sharing(port, target) : plan.counting(port, target);
  }

  Wire wire(Wire target) {
    return requests ? plan.counting(Wire.class, target) : plan.sharing(Wire.class, target);
  }
}
