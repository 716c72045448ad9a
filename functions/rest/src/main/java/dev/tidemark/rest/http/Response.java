package dev.tidemark.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer whose body has yet to be read; must be closed. */
public interface Response extends AutoCloseable {
  /** The status. */
  int status();

  /** The first header of that name, in any case; null where there is none. */
  @Nullable String header(String name);

  /** All headers in their order, names as they came; a name may come more than once. */
  List<Map.Entry<String, String>> headers();

  /**
   * Whether an answer that breaks off is told from one that ends: by its length, its chunks or its
   * packing.
   */
  default boolean saysItsEnd() {
    return true;
  }

  /** The body, unpacked; read once. */
  InputStream body() throws IOException;

  /** Gives the connection back if the body was read to its end, and drops it otherwise. */
  @Override
  void close();
}
