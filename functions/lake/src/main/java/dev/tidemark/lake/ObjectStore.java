package dev.tidemark.lake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the objects of a lake lie. */
public interface ObjectStore {
  /** The whole object at {@code key}; null where there is none. */
  byte @Nullable [] get(String key);

  /** The keys that begin with {@code prefix}, in their order. */
  List<String> list(String prefix);

  /** An object's full name, for messages. */
  String place(String key);
}
