package dev.tidemark.cli.stack;

import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of a template.
 *
 * @param prefix what the ids of its functions begin with
 * @param condition whether the stack is one of this source; null where it can be of no other
 */
record StackSource(
    Definition definition, String prefix, @Nullable String condition, List<FunctionBlock> blocks) {
  StackSource {
    blocks = List.copyOf(blocks);
  }

  /**
   * @param alone whether the stack can be of no other source
   */
  static StackSource of(Definition definition, boolean alone, LogicalIds ids) {
    String prefix = prefix(definition);
    String condition = alone ? null : ids.claim(prefix);
    List<FunctionBlock> blocks = new ArrayList<>();
    for (Map.Entry<String, Resource> one : definition.resources().entrySet()) {
      blocks.add(block(one.getKey(), one.getValue(), prefix, condition, ids));
    }
    return new StackSource(definition, prefix, condition, blocks);
  }

  private static FunctionBlock block(
      String name, Resource resource, String prefix, @Nullable String condition, LogicalIds ids) {
    FunctionBlock.Schedules schedules = schedules(resource);
    if (resource.kin().argument() == null) {
      String id = ids.claim(prefix + LogicalIds.pascal(name));
      return new FunctionBlock(id, name, condition, null, schedules);
    }
    String kind = LogicalIds.pascal(name.replaceFirst("_records$", ""));
    String parameter = ids.claim(kind);
    String id = ids.claim(prefix + kind);
    return new FunctionBlock(
        id, name + ".${" + parameter + "}", parameter + "Given", parameter, schedules);
  }

  private static FunctionBlock.Schedules schedules(Resource resource) {
    Filter filter = resource.traversal().filter();
    boolean cursor = resource.traversal().promote() == Promotion.CURSOR;
    boolean reconcile = resource.members().deleted() == null && resource.cannotReconcile() == null;
    return new FunctionBlock.Schedules(
        resource.kin().parent() != null,
        cursor || (filter != null && !filter.optional()),
        reconcile);
  }

  /** The source as its title spells it, where that has it as a word. */
  private static String prefix(Definition definition) {
    String source = definition.source();
    for (String word : definition.about().title().split("[^A-Za-z0-9]+", -1)) {
      if (word.equalsIgnoreCase(source)) {
        return LogicalIds.pascal(word);
      }
    }
    String pascal = LogicalIds.pascal(source);
    return Character.isDigit(pascal.charAt(0)) ? "Api" + pascal : pascal;
  }

  /** Those that are created only where a parameter names what they are of. */
  List<FunctionBlock> named() {
    return blocks.stream().filter(block -> block.argument() != null).toList();
  }

  /** Those that are created with each stack of the source. */
  List<FunctionBlock> plain() {
    return blocks.stream().filter(block -> block.argument() == null).toList();
  }
}
