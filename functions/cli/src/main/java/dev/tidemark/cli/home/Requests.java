package dev.tidemark.cli.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What others ask of the process that works in a home: a file for each event, and a file for the
 * answer. Files appear whole, since they are renamed into place.
 */
public final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ASKED = ".json";
  private static final String ANSWERED = ".answer";

  /** An older request is stale: its sender has ended and reported that nothing was done. */
  private static final Duration STALE = Duration.ofMinutes(1);

  private final Path folder;

  public Requests(Home home) {
    this.folder = home.folder().resolve("requests");
  }

  /** Asks for {@code event}; returns its name. */
  public String ask(ObjectNode event) {
    String name = UUID.randomUUID().toString();
    write(folder.resolve(name + ASKED), event);
    return name;
  }

  /** The answer to {@code name}; null while there is none. An answer is given once. */
  public @Nullable ObjectNode answer(String name) {
    Path file = folder.resolve(name + ANSWERED);
    if (!Files.exists(file)) {
      return null;
    }
    ObjectNode answer = read(file);
    delete(file);
    return answer;
  }

  /** Takes {@code name} back; false if it is being carried out already. */
  public boolean withdraw(String name) {
    return delete(folder.resolve(name + ASKED));
  }

  /** Carries out by {@code handler} what was asked; what is stale is thrown away. */
  public void serve(Instant now, UnaryOperator<ObjectNode> handler) {
    for (Path file : asked()) {
      ObjectNode event = read(file);
      boolean fresh = modified(file).isAfter(now.minus(STALE));
      if (delete(file) && fresh) {
        String name = file.getFileName().toString().replace(ASKED, ANSWERED);
        write(folder.resolve(name), handler.apply(event));
      }
    }
  }

  private List<Path> asked() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ASKED)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      return Instant.EPOCH;
    }
  }

  /** Whatever is no JSON object is an event without an action, which the reader refuses. */
  private static ObjectNode read(Path file) {
    try {
      JsonNode node = JSON.readTree(file.toFile());
      return node instanceof ObjectNode object ? object : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes {@code json} whole or not at all. */
  static void write(Path file, ObjectNode json) {
    try {
      Files.createDirectories(file.getParent());
      Path whole = file.resolveSibling("." + file.getFileName() + ".part");
      Files.writeString(whole, json + "\n");
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
