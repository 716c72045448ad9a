package dev.tidemark.files;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each state as a document: {@code <connection>/<resource>.json}, and for a run beside the
 * resource {@code <connection>/<variant>/<resource>.json}.
 */
final class FolderStates implements ResourceStateStore {
  private static final String END = ".json";

  private final Folder folder;
  private final Documents documents;

  FolderStates(Folder folder) {
    this.folder = folder;
    this.documents = new Documents(folder);
  }

  @Override
  public ResourceState read(ResourceKey key) {
    return orNeverRun(documents.read(document(key), ResourceState.class));
  }

  @Override
  public Write write(ResourceKey key, ResourceState expected, ResourceState next) {
    AtomicReference<ResourceState> stored = new AtomicReference<>(expected);
    boolean written =
        documents.replace(
            document(key),
            ResourceState.class,
            there -> {
              ResourceState current = orNeverRun(there);
              stored.set(current);
              return current.revision() == expected.revision();
            },
            next);
    return written ? new Write.Written() : new Write.Refused(stored.get());
  }

  private static ResourceState orNeverRun(@Nullable ResourceState state) {
    return state == null ? ResourceState.NEVER_RUN : state;
  }

  @Override
  public List<ResourceKey> keys(String connection) {
    List<ResourceKey> keys = new ArrayList<>();
    for (Path entry : folder.list(folder.file(connection))) {
      if (folder.isFolder(entry)) {
        folder.list(entry).forEach(file -> keys.add(key(connection, file, entry)));
      } else {
        keys.add(key(connection, entry, null));
      }
    }
    return keys;
  }

  private ResourceKey key(String connection, Path file, @Nullable Path variant) {
    String name = name(file);
    try {
      if (!name.endsWith(END)) {
        throw new IllegalArgumentException("its name does not end in " + END);
      }
      return new ResourceKey(
          connection,
          name.substring(0, name.length() - END.length()),
          variant == null ? "" : name(variant));
    } catch (IllegalArgumentException e) {
      throw damaged(file, connection, name, String.valueOf(e.getMessage()), e);
    }
  }

  private static RuntimeException damaged(
      Path file, String connection, String name, String wrong, Exception cause) {
    return new Document(
            file,
            new TreeMap<>(),
            "the state of " + connection + "/" + name,
            "move the file away if it is not Tidemark's")
        .damaged(wrong, cause);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private Document document(ResourceKey key) {
    String variant = key.variant().isEmpty() ? "" : key.variant() + "/";
    return new Document(
        folder.file(key.connection() + "/" + variant + key.resource() + END),
        new TreeMap<>(Map.of("connection", key.connection(), "resource", key.sortKey())),
        "the state of " + key,
        "restore the file from a backup, or reset the resource by deleting the file while nothing"
            + " runs");
  }
}
