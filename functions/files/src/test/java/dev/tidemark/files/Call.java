package dev.tidemark.files;

import java.nio.file.Path;

/**
 * A call that changes the disk.
 *
 * @param target what it makes, changes or removes
 */
record Call(Kind kind, Path target, Path source) {
  enum Kind {
    FOLDER,
    WRITE,
    FORCE,
    FORCE_FOLDER,
    LINK,
    MOVE,
    DELETE,
    HOLD
  }

  static Call of(Kind kind, Path target) {
    return new Call(kind, target, target);
  }
}
