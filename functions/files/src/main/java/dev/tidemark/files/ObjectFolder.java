package dev.tidemark.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.lake.json.CoreJson;
import dev.tidemark.lake.landing.NewObject;
import dev.tidemark.lake.landing.ObjectHead;
import dev.tidemark.lake.landing.WriteOnceStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a lake as plain files under their keys.
 *
 * <p>The metadata of an object are a document of their own, {@code <key>.json} in another folder.
 * They are durable before the object has its name, and they are written by whoever holds the key
 * while there is no object: the object's name is the moment from which both are there, and metadata
 * without an object mean nothing.
 */
final class ObjectFolder implements WriteOnceStore {
  /** Keys that share a lock wait for each other; nothing else depends on how many there are. */
  private static final int LOCKS = 64;

  private final Path root;
  private final Folder objects;
  private final Folder facts;

  ObjectFolder(Path root, Folder objects, Folder facts) {
    this.root = root;
    this.objects = objects;
    this.facts = facts;
  }

  @Override
  public void put(NewObject object) {
    objects.replace(objects.file(object.key()), object.content());
  }

  @Override
  public boolean create(NewObject object) {
    return objects.create(
        objects.file(object.key()), object.content(), lock(object.key()), () -> writeFacts(object));
  }

  private void writeFacts(NewObject object) {
    if (!object.metadata().isEmpty()) {
      ObjectNode tree = JsonNodeFactory.instance.objectNode();
      new TreeMap<>(object.metadata()).forEach(tree::put);
      facts.replace(
          factsOf(object.key()),
          Bytes.of((tree.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Override
  public @Nullable ObjectHead head(String key) {
    Path file = objects.file(key);
    return objects.isThere(file) ? new ObjectHead(objects.size(file), metadata(key)) : null;
  }

  private Map<String, String> metadata(String key) {
    byte[] json = facts.read(factsOf(key));
    Map<String, String> metadata = new TreeMap<>();
    if (json != null) {
      try {
        CoreJson.tree(json, json.length)
            .properties()
            .forEach(member -> metadata.put(member.getKey(), member.getValue().asText()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(
            factsOf(key)
                + " cannot be read as what is known of "
                + place(key)
                + ": "
                + CoreJson.wrong(e)
                + ". Nothing was changed; restore the file, or cancel the run to abandon it",
            e);
      }
    }
    return metadata;
  }

  @Override
  public byte @Nullable [] get(String key) {
    return objects.read(objects.file(key));
  }

  @Override
  public byte @Nullable [] start(String key, int length) {
    return objects.start(objects.file(key), length);
  }

  @Override
  public List<String> list(String prefix) {
    int end = prefix.lastIndexOf('/');
    List<String> keys = new ArrayList<>();
    collect(end < 0 ? root : objects.file(prefix.substring(0, end)), prefix, keys);
    keys.sort(null);
    return keys;
  }

  private void collect(Path folder, String prefix, List<String> keys) {
    for (Path entry : objects.list(folder)) {
      if (objects.isFolder(entry)) {
        collect(entry, prefix, keys);
      } else {
        String key = key(entry);
        if (key.startsWith(prefix)) {
          keys.add(key);
        }
      }
    }
  }

  private String key(Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  @Override
  public String place(String key) {
    return root.resolve(key).toString();
  }

  /** Removes an object; what was known of it means nothing without it. */
  void remove(String key) {
    objects.remove(objects.file(key));
    facts.remove(factsOf(key));
  }

  private Path factsOf(String key) {
    return facts.file(key + ".json");
  }

  private Path lock(String key) {
    int number = Math.floorMod(key.hashCode(), LOCKS);
    return facts.file("locks/" + String.format(Locale.ROOT, "%02d", number));
  }
}
