package dev.tidemark.files;

import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps each binding as a document: {@code <connection>.json}. */
final class FolderBindings implements Bindings {
  private final Folder folder;
  private final Documents documents;

  FolderBindings(Folder folder) {
    this.folder = folder;
    this.documents = new Documents(folder);
  }

  @Override
  public @Nullable Binding read(String connection) {
    return documents.read(document(connection), Binding.class);
  }

  @Override
  public boolean replace(String connection, @Nullable Binding expected, Binding next) {
    return documents.replace(
        document(connection),
        Binding.class,
        stored -> revision(stored) == revision(expected),
        next);
  }

  private static long revision(@Nullable Binding binding) {
    return binding == null ? 0 : binding.revision();
  }

  private Document document(String connection) {
    return new Document(
        folder.file(connection + ".json"),
        new TreeMap<>(Map.of("connection", connection)),
        "the account of connection " + connection,
        "restore the file from a backup, or delete it while nothing runs: the connection then"
            + " belongs to the account that answers next");
  }
}
