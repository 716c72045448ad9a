package dev.tidemark.testkit.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads all classes of the product and of its tests again, so that they meet the replaced ones;
 * whatever else they need is shared.
 */
final class Reloading extends ClassLoader {
  private static final String OURS = "dev.tidemark.";

  private final Map<String, byte[]> replaced;

  /**
   * @param replaced classes by their names
   */
  Reloading(ClassLoader parent, Map<String, byte[]> replaced) {
    super(parent);
    this.replaced = Map.copyOf(replaced);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte @Nullable [] bytes = replaced.get(name);
    byte[] all = bytes == null ? built(name) : bytes;
    return defineClass(name, all, 0, all.length);
  }

  private byte[] built(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
