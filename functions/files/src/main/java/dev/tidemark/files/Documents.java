package dev.tidemark.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.lake.Bytes;
import dev.tidemark.lake.json.CoreJson;
import dev.tidemark.lake.json.ItemFormat;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The readable documents of a folder, each of one record and replaced as a whole. */
final class Documents {
  private final Folder folder;

  Documents(Folder folder) {
    this.folder = folder;
  }

  /**
   * What {@code document} holds; null where there is none.
   *
   * @throws dev.tidemark.core.state.DamagedStateException if it is neither what was written nor
   *     what an earlier version wrote
   */
  <T> @Nullable T read(Document document, Class<T> type) {
    byte[] json = folder.readDurable(document.file());
    if (json == null) {
      return null;
    }
    try {
      ObjectNode tree = CoreJson.tree(json, json.length);
      document.check(tree);
      ItemFormat.check(tree);
      return CoreJson.read(tree, type);
    } catch (JsonProcessingException e) {
      throw document.damaged(CoreJson.wrong(e), e);
    } catch (IllegalArgumentException e) {
      throw document.damaged(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Writes {@code next} if what is there is what {@code expected} accepts; the look and the write
   * are one, for all processes.
   *
   * @return false if something else is there
   */
  <T> boolean replace(
      Document document, Class<T> type, Predicate<@Nullable T> expected, Object next) {
    return folder.holding(
        document.lock(),
        () -> {
          boolean due = expected.test(read(document, type));
          if (due) {
            folder.replace(document.file(), text(document, next));
          }
          return due;
        });
  }

  private static Bytes text(Document document, Object value) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    document.sign(tree);
    ItemFormat.sign(tree);
    tree.setAll(CoreJson.tree(value));
    return Bytes.of((tree.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
