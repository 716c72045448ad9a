package dev.tidemark.testkit.wire;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Strikes the first exchange that it is meant for, and no other. */
public final class OneFault implements WireScript {
  private final Predicate<WireRequest> meant;
  private final WireFault fault;
  private final AtomicInteger met = new AtomicInteger();

  /** Strikes by {@code fault} the first request that is {@code meant}. */
  public OneFault(Predicate<WireRequest> meant, WireFault fault) {
    this.meant = meant;
    this.fault = fault;
  }

  /** Strikes the first request whose line begins so. */
  public static OneFault at(String line, WireFault fault) {
    return new OneFault(request -> request.line().startsWith(line), fault);
  }

  @Override
  public WireFault meets(WireRequest request) {
    return meant.test(request) && met.getAndIncrement() == 0 ? fault : WireFault.NONE;
  }

  /** Requests so far for which it is meant; the first was struck. */
  public int met() {
    return met.get();
  }
}
