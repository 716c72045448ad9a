package dev.tidemark.aws.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.DamagedStateException;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.lake.json.CoreJson;
import dev.tidemark.lake.json.ItemFormat;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of one resource: the key, and an attribute per component of {@link ResourceState}. What
 * is read back equals what was written, which is how an owner recognises a write of its own whose
 * answer was lost.
 *
 * @param table named in errors
 */
record StateItem(String table) {
  static final String CONNECTION = "connection";
  static final String RESOURCE = "resource";

  static Map<String, AttributeValue> key(ResourceKey key) {
    return Map.of(
        CONNECTION, AttributeValue.fromS(key.connection()),
        RESOURCE, AttributeValue.fromS(key.sortKey()));
  }

  Map<String, AttributeValue> write(ResourceKey key, ResourceState state) {
    ObjectNode tree = CoreJson.tree(state);
    ItemFormat.sign(tree);
    Map<String, AttributeValue> item = AttributeTree.attributes(tree);
    item.putAll(key(key));
    return item;
  }

  /**
   * @throws DamagedStateException if the item is neither what {@link #write} gives nor what an
   *     earlier version gave
   */
  ResourceState read(ResourceKey key, Map<String, AttributeValue> item) {
    try {
      ObjectNode tree = AttributeTree.tree(item);
      tree.remove(CONNECTION);
      tree.remove(RESOURCE);
      ItemFormat.check(tree);
      return CoreJson.read(tree, ResourceState.class);
    } catch (JsonProcessingException e) {
      throw damaged(key.connection(), key.sortKey(), CoreJson.wrong(e), e);
    } catch (IllegalArgumentException e) {
      throw damaged(key.connection(), key.sortKey(), String.valueOf(e.getMessage()), e);
    }
  }

  DamagedStateException damaged(String connection, String resource, String wrong, Exception cause) {
    return new DamagedStateException(
        "the state in table "
            + table
            + ", connection "
            + connection
            + ", resource "
            + resource
            + " cannot be read: "
            + wrong
            + "; restore the item (from a point in time), or reset the resource by deleting the"
            + " item while nothing runs",
        cause);
  }
}
