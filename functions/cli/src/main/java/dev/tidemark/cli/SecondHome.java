package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.report.Console;
import dev.tidemark.core.state.Binding;
import dev.tidemark.lake.Lake;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.http.Way;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary home, into which an API is read once more by the legs that land it, so that it is
 * asked, paced, waited for and believed in one way only. It is gone when it is closed.
 */
final class SecondHome implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;
  private final SourceConnection source;
  private final Way way;
  private final PrintWriter err;
  private final Interruption interruption;

  private SecondHome(
      Home home, SourceConnection source, Way way, PrintWriter err, Interruption interruption) {
    this.home = home;
    this.source = source;
    this.way = way;
    this.err = err;
    this.interruption = interruption;
  }

  /**
   * One in {@code folder}.
   *
   * @param binding the account that may be read, and no other; null where none is bound yet
   */
  static SecondHome in(
      Path folder,
      SourceConnection source,
      Way way,
      @Nullable Binding binding,
      PrintWriter err,
      Interruption interruption) {
    try {
      Home home = Home.open(Files.createTempDirectory(folder, "tidemark-verify-"));
      if (binding != null) {
        home.stores()
            .bindings()
            .replace(source.connection(), null, Binding.first(binding.account()));
      }
      return new SecondHome(home, source, way, err, interruption);
    } catch (IOException e) {
      throw new UsageException(
          "no folder can be made in " + folder + " (" + e.getMessage() + "); name another: --temp");
    }
  }

  /** Reads {@code resource} as {@code work} says, and returns the report on it. */
  JsonNode read(String resource, Work work) throws InterruptedException {
    StringWriter document = new StringWriter();
    Console console = new Console(true, new PrintWriter(document, true), err);
    SyncRequest request = SyncRequest.whole(resource, work);
    try (Workplace place = new HomeWorkplace(home, source, way)) {
      new LocalSync(place, request, console, interruption).run();
      return JSON.readTree(document.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("a report of our own is not JSON", e);
    }
  }

  /** What was read. */
  Lake lake() {
    return new Lake(home.stores().objects());
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(home.folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the temporary folder " + home.folder() + " cannot be removed; remove it", e);
    }
  }
}
