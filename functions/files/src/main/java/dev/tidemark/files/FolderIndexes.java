package dev.tidemark.files;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.run.ResourceKey;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps each index as a document: {@code <connection>/<resource>.v<schema>.json}. */
final class FolderIndexes implements PublishedIndexes {
  private final Folder folder;
  private final Documents documents;

  FolderIndexes(Folder folder) {
    this.folder = folder;
    this.documents = new Documents(folder);
  }

  @Override
  public PublishedIndex read(ResourceKey resource, int schema) {
    return orEmpty(documents.read(document(resource, schema), PublishedIndex.class));
  }

  @Override
  public boolean replace(
      ResourceKey resource, int schema, PublishedIndex expected, PublishedIndex next) {
    return documents.replace(
        document(resource, schema),
        PublishedIndex.class,
        stored -> orEmpty(stored).revision() == expected.revision(),
        next);
  }

  private static PublishedIndex orEmpty(@Nullable PublishedIndex index) {
    return index == null ? PublishedIndex.EMPTY : index;
  }

  private Document document(ResourceKey resource, int schema) {
    String of = resource.connection() + "/" + resource.resource();
    return new Document(
        folder.file(of + ".v" + schema + ".json"),
        new TreeMap<>(
            Map.of(
                "connection", resource.connection(),
                "resource", resource.resource(),
                "schema", Integer.toString(schema))),
        "the index of what is published of " + of,
        "restore the file from a backup, or delete it while nothing runs: everything is then"
            + " published once more");
  }
}
