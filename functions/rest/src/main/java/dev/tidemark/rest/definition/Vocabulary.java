package dev.tidemark.rest.definition;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;

/** What the records of the vocabulary say of themselves: keys, defaults, descriptions. */
final class Vocabulary {
  /** The member that says which of several forms a map has. */
  static final String KIND = "kind";

  private Vocabulary() {}

  static String key(RecordComponent component) {
    return Names.key(component.getName());
  }

  static boolean optional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** The components that are keys of {@code type}, those of its groups among them. */
  static List<RecordComponent> keys(Class<?> type) {
    List<RecordComponent> keys =
        Stream.of(type.getRecordComponents())
            .flatMap(one ->
                one.isAnnotationPresent(Flat.class) ? keys(one.getType()).stream() : Stream.of(one))
            .toList();
    KeyOrder order = type.getAnnotation(KeyOrder.class);
    if (order == null) {
      return keys;
    }
    List<String> first = List.of(order.value());
    return keys.stream().sorted(Comparator.comparingInt(one -> place(first, key(one)))).toList();
  }

  private static int place(List<String> first, String key) {
    int at = first.indexOf(key);
    return at < 0 ? first.size() : at;
  }

  /** The member that a plain text stands for; null where a record has to be written out. */
  static @Nullable String shorthand(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Shorthand.class)) {
        return key(component);
      }
    }
    return null;
  }

  /** What a record is shortened to that has a {@link #shorthand}: a path may be a list too. */
  static Class<?> shortensTo(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .filter(one -> one.isAnnotationPresent(Shorthand.class))
        .findFirst()
        .orElseThrow()
        .getType();
  }

  static String doc(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    return doc == null ? "" : doc.value();
  }

  static @Nullable String defaultText(RecordComponent component) {
    Default text = component.getAnnotation(Default.class);
    return text == null ? null : text.value();
  }

  /** The default as if it were written in the file; null where there is none. */
  static @Nullable Node fallback(RecordComponent component) {
    String text = defaultText(component);
    if (text == null) {
      return null;
    }
    String yaml = text.isEmpty() ? "''" : text;
    return new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
  }

  /** The words by which the forms or constants of a closed choice are written. */
  static List<String> words(Class<?> type) {
    return type.isEnum()
        ? Stream.of(type.getEnumConstants())
            .map(constant -> Names.kebab(((Enum<?>) constant).name()))
            .toList()
        : Stream.of(type.getPermittedSubclasses())
            .map(option -> Names.kebab(option.getSimpleName()))
            .toList();
  }
}
