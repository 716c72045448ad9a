package dev.tidemark.cli.lambda;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * The life of one invocation. A thread cannot be killed, but it can be cut off: once killed, every
 * call that it makes to the world outside fails, before it has taken effect, as if the process had
 * gone.
 */
public final class Life {
  private volatile @Nullable String killedWhy;
  private final Witness witness;

  /** Sees the calls of an invocation to the world outside. */
  @FunctionalInterface
  public interface Witness {
    /** Sees nothing. */
    Witness NONE = (_, _, _) -> {};

    /**
     * A call is about to be made, or was made and is about to be answered.
     *
     * @param call the port's method
     * @param after whether it has taken effect
     */
    void sees(Life life, String call, boolean after);
  }

  /** A life without a watcher. */
  public static Life unwatched() {
    return new Life(Witness.NONE);
  }

  Life(Witness witness) {
    this.witness = witness;
  }

  /** Ends this life; {@code why} is for the log. */
  public void kill(String why) {
    killedWhy = why;
  }

  /** Why this life ended; null while it lasts. */
  public @Nullable String killedWhy() {
    return killedWhy;
  }

  /** The port {@code target} as this invocation sees it. */
  public <T> T guard(Class<T> port, T target) {
    Object proxy =
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              step(method.getName(), false);
              try {
                Object answer = method.invoke(target, arguments);
                step(method.getName(), true);
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
    return port.cast(proxy);
  }

  private void step(String call, boolean after) {
    witness.sees(this, call, after);
    String why = killedWhy;
    if (why != null) {
      throw new KilledError(why);
    }
  }
}
