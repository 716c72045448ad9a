package dev.tidemark.testkit.race;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.lake.PublishedLines;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call of a port, and everything that its caller learns from it, as text. */
final class Answers {
  private final StringBuilder told = new StringBuilder();

  @Nullable Object call(Method method, Object target, Object @Nullable [] arguments)
      throws Throwable {
    told.append(method.getName()).append(':');
    try {
      Object answer = method.invoke(target, arguments == null ? null : overheard(arguments));
      told.append(text(answer));
      return answer;
    } catch (InvocationTargetException e) {
      told.append("threw ").append(e.getTargetException());
      throw e.getTargetException();
    }
  }

  String text() {
    return told.toString();
  }

  /** The arguments, with those that take something wrapped so that it is noted down. */
  private Object[] overheard(Object[] arguments) {
    return Arrays.stream(arguments).map(this::overheard).toArray();
  }

  private Object overheard(Object argument) {
    return switch (argument) {
      case PublishedLines.Each each ->
          (PublishedLines.Each)
              (high, low, line) -> {
                told.append(new String(line, StandardCharsets.UTF_8));
                each.take(high, low, line);
              };
      case Consumer<?> consumer -> overheard(consumer);
      default -> argument;
    };
  }

  /** Only fingerprints are handed to consumers. */
  @SuppressWarnings("unchecked")
  private Consumer<FingerprintLog> overheard(Consumer<?> consumer) {
    Consumer<FingerprintLog> taker = (Consumer<FingerprintLog>) consumer;
    return log -> {
      told.append(text(log));
      taker.accept(log);
    };
  }

  private static String text(@Nullable Object answer) {
    return answer instanceof FingerprintLog log
        ? Arrays.toString(log.toBytes())
        : String.valueOf(answer);
  }
}
