package dev.tidemark.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the disk means to an operator.
 *
 * @param home whose files are touched
 */
record Failures(Path home) {
  private static final String SAFE = "; what was landed is safe, and the next run resumes after it";

  FolderException writing(Path file, IOException cause) {
    return new FolderException(sentence(file, cause, "written"), cause);
  }

  FolderException reading(Path file, IOException cause) {
    return new FolderException(sentence(file, cause, "read"), cause);
  }

  private String sentence(Path file, IOException cause, String done) {
    Path obstacle = obstacle(file);
    String said = said(cause).toLowerCase(Locale.ROOT);
    String failed = file + " could not be " + done;
    if (said.contains("no space left") || said.contains("quota exceeded")) {
      return full(failed);
    }
    if (obstacle != null) {
      return inTheWay(obstacle, obstacle.equals(file) ? "a file" : "a folder");
    }
    if (said.contains("read-only file system")) {
      return "home "
          + home
          + " lies on a disk that is read-only: "
          + failed
          + "; make it writable, or name another home with --home";
    }
    return cause instanceof AccessDeniedException
        ? failed
            + ": permission denied; let this user read and write in home "
            + home
            + ", or name another with --home"
            + SAFE
        : failed + ": " + said(cause) + "; run again when that is fixed" + SAFE;
  }

  private String full(String failed) {
    return "the disk of home "
        + home
        + " is full: "
        + failed
        + "; make room there, or move the home to a larger disk and name it with --home"
        + SAFE;
  }

  private String inTheWay(Path obstacle, String needed) {
    return obstacle
        + " is in the way: home "
        + home
        + " needs "
        + needed
        + " there; move it away and run again"
        + SAFE;
  }

  /** The file where a folder is needed, or the folder where this file is; null for none. */
  private @Nullable Path obstacle(Path file) {
    if (Files.isDirectory(file)) {
      return file;
    }
    for (Path above = file.getParent(); above != null; above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        return above;
      }
    }
    return null;
  }

  /** The system's reason, without the name that the sentence has already. */
  private static String said(IOException cause) {
    String reason = cause instanceof FileSystemException named ? named.getReason() : null;
    String text = reason == null ? cause.getMessage() : reason;
    return text == null ? cause.getClass().getSimpleName() : text;
  }
}
