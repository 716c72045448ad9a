package dev.tidemark.memory;

import dev.tidemark.core.lake.Bytes;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Keys and bytes. */
final class StoredObjects {
  private final NavigableMap<String, byte[]> objects = new TreeMap<>();

  void put(String key, byte[] bytes) {
    objects.put(key, bytes.clone());
  }

  boolean holds(String key) {
    return objects.containsKey(key);
  }

  byte[] get(String key) {
    byte[] bytes = objects.get(key);
    if (bytes == null) {
      throw new IllegalStateException("no object at " + key);
    }
    return bytes.clone();
  }

  /** The lines of a gzip text. */
  List<String> lines(String key) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(get(key))), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(key, e);
    }
  }

  List<String> keys(String prefix) {
    return objects.tailMap(prefix, true).keySet().stream()
        .takeWhile(key -> key.startsWith(prefix))
        .toList();
  }

  byte[] copy(Bytes bytes) {
    try (InputStream in = bytes.stream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same objects; a stored array is never changed. */
  StoredObjects copy() {
    StoredObjects copy = new StoredObjects();
    copy.objects.putAll(objects);
    return copy;
  }
}
