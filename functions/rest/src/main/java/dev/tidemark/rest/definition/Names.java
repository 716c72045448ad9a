package dev.tidemark.rest.definition;

import java.util.Locale;

/** How Java names are written in YAML. */
final class Names {
  private Names() {}

  /**
   * {@code WATERMARK_ASCENDING} and {@code NextUrl} as {@code watermark-ascending} and {@code
   * next-url}.
   */
  static String kebab(String java) {
    return java.replace('_', '-').replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /**
   * A component's key; {@code volatileFields} is written {@code volatile}, which Java keeps to
   * itself.
   */
  static String key(String component) {
    return component.equals("volatileFields") ? "volatile" : component;
  }
}
