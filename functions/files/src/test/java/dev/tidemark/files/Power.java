package dev.tidemark.files;

import dev.tidemark.files.Call.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a loss of power would take away: content of files that was not forced, and names
 * in folders that were not. Nothing is forced in truth, which would take longer and show nothing.
 */
final class Power implements Tap {
  private final List<Undo> names = new ArrayList<>();
  private final Set<Path> contents = new HashSet<>();

  /** What takes back a name in a folder. */
  private record Undo(Path folder, Action action) {}

  @Override
  public void around(Call call, Action action) throws IOException {
    Path target = call.target();
    byte[] before = Files.isRegularFile(target) ? Files.readAllBytes(target) : null;
    boolean there = Files.exists(target);
    if (call.kind() != Kind.FORCE && call.kind() != Kind.FORCE_FOLDER) {
      action.make();
    }
    switch (call.kind()) {
      case FOLDER -> {
        if (!there) {
          undo(target, () -> removeAll(target));
        }
      }
      case WRITE -> {
        contents.add(target);
        undo(target, () -> Files.deleteIfExists(target));
      }
      case LINK, MOVE -> {
        if (contents.contains(call.source())) {
          contents.add(target);
        }
        undo(target, () -> restore(target, before));
      }
      case DELETE -> {
        if (before != null) {
          undo(target, () -> restore(target, before));
        }
      }
      case FORCE -> contents.remove(target);
      case FORCE_FOLDER -> names.removeIf(undo -> undo.folder().equals(target));
      case HOLD -> {
        // A lock is nothing that has to last.
      }
    }
  }

  /** Loses the power: no process lives, and what was not forced is gone or torn. */
  void cut() throws IOException {
    for (Path file : contents) {
      if (Files.isRegularFile(file)) {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 2));
      }
    }
    for (Undo undo : names.reversed()) {
      if (Files.isDirectory(undo.folder())) {
        undo.action().make();
      }
    }
    names.clear();
    contents.clear();
  }

  private void undo(Path target, Action action) {
    names.add(new Undo(Objects.requireNonNull(target.getParent()), action));
  }

  /** Not through the file, which may have another name. */
  private static void restore(Path file, byte @Nullable [] before) throws IOException {
    Files.deleteIfExists(file);
    if (before != null) {
      Files.write(file, before);
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
