package dev.tidemark.cli.home;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the process that works in a home says about once a second where its resources stand. */
public final class StatusFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public StatusFile(Home home) {
    this.file = home.folder().resolve("status.json");
  }

  /** Says {@code status}. */
  public void write(ObjectNode status) {
    Requests.write(file, status.put("pid", ProcessHandle.current().pid()));
  }

  /** What was said last; null if nothing ever was. */
  public @Nullable ObjectNode read() {
    try {
      JsonNode node = Files.exists(file) ? JSON.readTree(file.toFile()) : null;
      return node instanceof ObjectNode status ? status : null;
    } catch (IOException e) {
      return null;
    }
  }
}
