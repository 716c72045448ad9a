package dev.tidemark.memory.fault;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One process's ports with a planned fault, or two. The plan counts the calls of the ports that it
 * is set to count, so that a run without a fault says how many runs with one are needed to try them
 * all.
 */
public final class FaultPlan {
  private final Predicate<List<String>> here;
  private final @Nullable Fault fault;
  private final Runnable others;
  private final List<String> calls = new ArrayList<>();
  private final Map<Integer, Fault> more = new HashMap<>();
  private boolean dead;

  private FaultPlan(Predicate<List<String>> here, @Nullable Fault fault, Runnable others) {
    this.here = here;
    this.fault = fault;
    this.others = others;
  }

  /** Nothing goes wrong. */
  public static FaultPlan none() {
    return new FaultPlan(_ -> false, null, () -> {});
  }

  /**
   * {@code fault} happens at one call.
   *
   * @param call from 1
   */
  public static FaultPlan at(long call, Fault fault) {
    return new FaultPlan(number(call), fault, () -> {});
  }

  /**
   * This plan, with {@code second} at another call.
   *
   * @param call from 1
   */
  public synchronized FaultPlan and(int call, Fault second) {
    more.put(call, second);
    return this;
  }

  /**
   * {@code fault} happens at the first call of that name.
   *
   * @param call as {@link #calls} gives it
   */
  public static FaultPlan atFirst(String call, Fault fault) {
    return new FaultPlan(first(call), fault, () -> {});
  }

  /**
   * Nothing goes wrong here, but {@code others} do something just before one call.
   *
   * @param call from 1
   */
  public static FaultPlan meanwhile(long call, Runnable others) {
    return new FaultPlan(number(call), null, others);
  }

  /** Nothing goes wrong here, but {@code others} do something just before the first such call. */
  public static FaultPlan meanwhileAtFirst(String call, Runnable others) {
    return new FaultPlan(first(call), null, others);
  }

  private static Predicate<List<String>> number(long call) {
    if (call < 1) {
      throw new IllegalArgumentException("call < 1: " + call);
    }
    return calls -> calls.size() == call;
  }

  private static Predicate<List<String>> first(String call) {
    return calls -> calls.getLast().equals(call) && calls.indexOf(call) == calls.size() - 1;
  }

  /** {@code target} as a port whose calls count. */
  public <T> T counting(Class<T> port, T target) {
    return wrap(port, target, _ -> true);
  }

  /**
   * {@code target} as a port of which some calls count.
   *
   * @param which of them, as {@link #calls} gives them
   */
  public <T> T counting(Class<T> port, T target, Predicate<String> which) {
    return wrap(port, target, which);
  }

  /** {@code target} as a port that dies with the process and whose calls do not count. */
  public <T> T sharing(Class<T> port, T target) {
    return wrap(port, target, _ -> false);
  }

  /** The counted calls so far, as {@code Port.method}. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** Whether the process was killed. */
  public synchronized boolean dead() {
    return dead;
  }

  /** Kills the process: no port does anything any more. */
  public synchronized void kill() {
    dead = true;
  }

  private <T> T wrap(Class<T> port, T target, Predicate<String> counts) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (Object _, Method method, Object @Nullable [] arguments) -> {
              String name = port.getSimpleName() + "." + method.getName();
              return call(name, counts.test(name), () -> invoke(method, target, arguments));
            });
    return port.cast(proxy);
  }

  private interface Effect {
    @Nullable Object happen() throws Throwable;
  }

  private @Nullable Object call(String name, boolean counts, Effect effect) throws Throwable {
    boolean here = enter(name, counts);
    if (here) {
      others.run();
    }
    Fault now = here ? fault : counts ? second() : null;
    if (now == Fault.KILL_BEFORE) {
      kill();
      throw new Killed(name);
    }
    if (now == Fault.FAIL_BEFORE) {
      throw new Injected(name);
    }
    Object answer = effect.happen();
    if (now == Fault.KILL_AFTER) {
      kill();
      throw new Killed(name);
    }
    if (now == Fault.FAIL_AFTER) {
      throw new Injected(name);
    }
    return now == Fault.REPEAT ? effect.happen() : answer;
  }

  /** Whether this is the call that something happens at. */
  private synchronized boolean enter(String name, boolean counts) {
    if (dead) {
      throw new Killed(name);
    }
    if (!counts) {
      return false;
    }
    calls.add(name);
    return here.test(calls);
  }

  private synchronized @Nullable Fault second() {
    return more.get(calls.size());
  }

  private static @Nullable Object invoke(
      Method method, Object target, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
