package dev.tidemark.rest.query;

import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.Fields;
import dev.tidemark.rest.definition.Include;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.Tombstone;
import dev.tidemark.rest.definition.VersionField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of the records are wanted.
 *
 * @param fields members asked for; empty for all
 * @param include what is asked for besides
 */
public record Wanted(List<String> fields, List<String> include) {
  /** The records as the API gives them. */
  public static final Wanted DEFAULT = new Wanted(List.of(), List.of());

  public Wanted {
    fields = List.copyOf(fields);
    include = List.copyOf(include);
  }

  /**
   * Reads the settings {@code fields} and {@code include}.
   *
   * @throws DefinitionException if no resource knows what is asked for
   */
  static Wanted of(Definition definition, @Nullable String fields, @Nullable String include) {
    List<Resource> resources = List.copyOf(definition.resources().values());
    if (fields != null
        && resources.stream().allMatch(resource -> resource.request().fields() == null)) {
      throw new DefinitionException(
          "setting fields: no resource of " + definition.source() + " can be asked for a part");
    }
    List<String> known =
        resources.stream()
            .map(resource -> resource.request().include())
            .filter(Objects::nonNull)
            .flatMap(one -> one.values().stream())
            .distinct()
            .toList();
    List<String> included = names("include", include);
    for (String name : included) {
      if (!known.contains(name)) {
        throw new DefinitionException(
            "setting include: \""
                + name
                + "\" is none of "
                + (known.isEmpty()
                    ? "those of " + definition.source() + ", which has none"
                    : String.join(", ", known)));
      }
    }
    return new Wanted(names("fields", fields), included);
  }

  private static List<String> names(String setting, @Nullable String text) {
    if (text == null) {
      return List.of();
    }
    List<String> names = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
    if (names.stream().anyMatch(String::isEmpty)) {
      throw new DefinitionException(
          "setting " + setting + ": \"" + text + "\" has an empty name; write it as a,b");
    }
    return names;
  }

  /** The members that {@code resource} is asked for; empty for all. */
  List<String> fieldsOf(Resource resource) {
    Fields declared = resource.request().fields();
    if (declared == null || fields.isEmpty()) {
      return List.of();
    }
    VersionField version = resource.members().version();
    TimeField watermark = resource.members().watermark();
    Tombstone deleted = resource.members().deleted();
    // Without these a record could be neither landed nor compared with an older one.
    Set<String> asked = new LinkedHashSet<>();
    Stream.concat(
            resource.members().id().members().stream(),
            Stream.of(
                    version == null ? null : version.field(),
                    watermark == null ? null : watermark.field(),
                    watermark == null ? null : watermark.otherwise(),
                    deleted == null ? null : deleted.field())
                .flatMap(Stream::ofNullable))
        .map(path -> path.names().getFirst())
        .forEach(asked::add);
    asked.addAll(declared.always());
    asked.addAll(fields);
    return List.copyOf(asked);
  }

  /** What {@code resource} is asked for besides; what only others know is left out. */
  public List<String> includedIn(Resource resource) {
    Include declared = resource.request().include();
    return declared == null
        ? List.of()
        : include.stream().filter(declared.values()::contains).toList();
  }
}
