package dev.tidemark.query;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a terminal what fits on its screen, and begins a pager for what does not. A pager that
 * is left ends what writes to it.
 */
final class Paged extends Writer {
  private final Writer terminal;
  private final List<String> pager;
  private final int rows;
  private final int columns;
  private final StringBuilder kept = new StringBuilder();
  private int lines;
  private int width;
  private @Nullable Process process;
  private @Nullable Writer into;

  /** The operator has left the pager. */
  static final class LeftException extends IOException {
    private static final long serialVersionUID = 1L;

    LeftException(IOException cause) {
      super(cause);
    }
  }

  /**
   * @param pager the command that shows its input; empty for none
   * @param rows of the screen
   * @param columns of the screen
   */
  Paged(Writer terminal, List<String> pager, int rows, int columns) {
    this.terminal = terminal;
    this.pager = List.copyOf(pager);
    this.rows = rows;
    this.columns = columns;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    if (into != null) {
      send(into, text, offset, length);
      return;
    }
    kept.append(text, offset, length);
    for (int at = offset; at < offset + length; at++) {
      lines += text[at] == '\n' ? 1 : 0;
      width = text[at] == '\n' ? 0 : width + 1;
      if (lines >= rows - 1 || width > columns) {
        begin();
        return;
      }
    }
  }

  private void begin() throws IOException {
    Writer to = started();
    String before = kept.toString();
    kept.setLength(0);
    into = to;
    send(to, before.toCharArray(), 0, before.length());
  }

  /** The pager's input; the terminal where it does not start. */
  private Writer started() {
    if (pager.isEmpty()) {
      return terminal;
    }
    try {
      Process begun =
          new ProcessBuilder(pager)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process = begun;
      return new OutputStreamWriter(begun.getOutputStream(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return terminal;
    }
  }

  private static void send(Writer to, char[] text, int offset, int length) throws IOException {
    try {
      to.write(text, offset, length);
    } catch (IOException e) {
      throw new LeftException(e);
    }
  }

  @Override
  public void flush() {
    // Nothing is shown before it is known where.
  }

  /** Waits until the operator has seen it. */
  @Override
  public void close() throws IOException {
    Writer to = into == null ? terminal : into;
    Process shown = process;
    try {
      to.write(kept.toString());
      to.flush();
      if (shown != null) {
        to.close();
      }
    } catch (IOException e) {
      throw new LeftException(e);
    } finally {
      kept.setLength(0);
      if (shown != null) {
        waitFor(shown);
      }
    }
  }

  /** Ctrl-C is the pager's as well as ours, and what it does with it is its own matter. */
  private static void waitFor(Process shown) {
    boolean interrupted = false;
    while (shown.isAlive()) {
      try {
        shown.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
