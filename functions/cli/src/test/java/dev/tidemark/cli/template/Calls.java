package dev.tidemark.cli.template;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** What is called on SDK clients, by the names of their methods, and the keys of objects. */
final class Calls {
  private final Set<String> names = new TreeSet<>();
  private final Set<String> keys = new TreeSet<>();

  /** What a client does when it is called. */
  @FunctionalInterface
  interface Client {
    @Nullable Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  /** A client that does what {@code real} does. */
  <T> T of(Class<T> type, T real) {
    return played(type, (method, arguments) -> method.invoke(real, arguments));
  }

  /** A client that does what {@code client} does. */
  <T> T played(Class<T> type, Client client) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              note(method.getName(), arguments);
              try {
                return client.answer(method, arguments == null ? new Object[0] : arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            }));
  }

  Set<String> names() {
    return names;
  }

  Set<String> keys() {
    return keys;
  }

  private synchronized void note(String name, Object @Nullable [] arguments) {
    names.add(name);
    if (arguments == null) {
      return;
    }
    for (Object argument : arguments) {
      switch (argument) {
        case PutObjectRequest put -> keys.add(put.key());
        case GetObjectRequest get -> keys.add(get.key());
        default -> {}
      }
    }
  }
}
