package dev.tidemark.cli.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a full disk from other failures, some of which say only that a file could not be written.
 *
 * @param usable bytes that may still be written where the home lies
 */
public record DiskSpace(Path folder, LongSupplier usable) {
  /** A store that fails with less than this has most likely met the end of the disk. */
  private static final long SCARCE = 64L * 1024 * 1024;

  /** With less than this whatever fails fails of that. */
  private static final long NONE = 1024 * 1024;

  private static final String[] SAID = {
    "no space left on device", "disk quota exceeded", "disk is full"
  };

  /** The disk on which {@code home} lies. */
  public static DiskSpace of(Home home) {
    return new DiskSpace(home.folder(), () -> usable(home.folder()));
  }

  private static long usable(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      // What cannot be measured explains nothing.
      return Long.MAX_VALUE;
    }
  }

  /** The failure in one sentence with its remedy; null where it is another. */
  public @Nullable String explains(Throwable failure) {
    long left = usable.getAsLong();
    boolean full = left < NONE || said(failure) || (left < SCARCE && isOfStore(failure));
    return full
        ? "the disk of home "
            + folder
            + " is full ("
            + left / (1024 * 1024)
            + " MB left): make room there, or move the home to a larger disk and name it with"
            + " --home; what was landed is safe, and the next run resumes after it"
        : null;
  }

  private static boolean said(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      for (String words : SAID) {
        if (message.contains(words)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOfStore(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
