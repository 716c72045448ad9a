package dev.tidemark.rest.definition;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads definitions strictly: an unknown key, a wrong type or an unsafe combination is refused with
 * file, line and remedy.
 */
public final class DefinitionReader {
  private static final int MAX_SIZE = 1024 * 1024;
  private static final int MAX_DEPTH = 100;

  private DefinitionReader() {}

  /**
   * Reads a definition file.
   *
   * @throws DefinitionException if it cannot be read or is refused
   */
  public static Definition read(Path file) {
    try {
      if (Files.size(file) > MAX_SIZE) {
        throw new DefinitionException(file + " is larger than " + MAX_SIZE + " bytes");
      }
      return read(String.valueOf(file.getFileName()), Files.readString(file));
    } catch (IOException e) {
      throw new DefinitionException(
          "cannot read the definition " + file + " as UTF-8 text: " + e.getMessage(), e);
    }
  }

  /** Reads a definition that comes with the program. */
  static Definition readBuiltIn(String source) {
    return read(source + ".yaml", new String(bytesBuiltIn(source), StandardCharsets.UTF_8));
  }

  /** The bytes of a definition that comes with the program. */
  static byte[] bytesBuiltIn(String source) {
    try (InputStream in =
        DefinitionReader.class.getResourceAsStream("/dev/tidemark/sources/" + source + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("no built-in definition " + source);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the built-in definition " + source, e);
    }
  }

  /**
   * Reads a definition.
   *
   * @param name what messages call the file
   * @throws DefinitionException if it is refused
   */
  public static Definition read(String name, String yaml) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).setParseComments(false).build();
    FileText text = new FileText(name, yaml);
    Node root;
    try {
      shallow(name, new Parse(settings).parseString(yaml));
      root =
          new Compose(settings)
              .composeString(yaml)
              .orElseThrow(() -> new DefinitionException(name + " is empty"));
    } catch (MarkedYamlEngineException e) {
      LineExcerpt excerpt = text.excerpt(e.getProblemMark().orElse(null), null);
      String line = excerpt == null ? "" : ":" + excerpt.number();
      String message = name + line + ": not YAML: " + e.getProblem();
      throw new DefinitionException(new Refusal(message, excerpt, false, message), e);
    } catch (YamlEngineException e) {
      throw new DefinitionException(name + ": not YAML: " + e.getMessage(), e);
    }
    return new Binder(text).bind(Defaults.merge(text, root), Definition.class);
  }

  /** Composing a tree takes a stack as deep as the tree is. */
  private static void shallow(String name, Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
        String line = event.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
        throw new DefinitionException(name + line + ": nests deeper than any definition does");
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }
}
