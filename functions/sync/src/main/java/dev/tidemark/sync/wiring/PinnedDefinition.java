package dev.tidemark.sync.wiring;

import dev.tidemark.lake.ObjectStore;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Sources;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A definition that lies in the stack's bucket under its own SHA-256. Another one lies under
 * another name, so that an upload changes nothing before the stack's parameter does; and an object
 * that was replaced under its name is not run.
 *
 * @param sha256 in hexadecimal, as the stack names it
 */
record PinnedDefinition(String source, String sha256) {
  private String key() {
    return "definitions/" + source + "/" + sha256 + ".yaml";
  }

  /**
   * Reads it.
   *
   * @throws DefinitionException if it is not there, or is not the one that was pinned
   */
  Definition in(ObjectStore bucket) {
    byte[] bytes = bucket.get(key());
    String place = bucket.place(key());
    if (bytes == null) {
      throw new DefinitionException(
          place
              + " is not there: upload the definition to it, or leave the stack's parameter"
              + " DefinitionSha256 empty, which means the bundled one");
    }
    String found = Sources.sha256(bytes);
    if (!found.equals(sha256)) {
      throw new DefinitionException(
          place
              + " was replaced: its SHA-256 is "
              + found
              + "; nothing runs by it. Upload what was pinned, or upload this one under its own"
              + " hash and give that to the stack's parameter DefinitionSha256");
    }
    Definition definition = DefinitionReader.read(source + ".yaml", text(bytes, place));
    if (!definition.source().equals(source)) {
      throw new DefinitionException(
          place
              + " describes the source "
              + definition.source()
              + ", and the stack's parameter Source is "
              + source);
    }
    return definition;
  }

  private static String text(byte[] bytes, String place) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new DefinitionException(place + " is no UTF-8 text");
    }
  }
}
