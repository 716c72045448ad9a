package dev.tidemark.core.watermark;

/** What becomes the checkpoint when a run completes. */
public enum Promotion {
  /** The highest watermark seen; only for ascending walks. */
  MAX_SEEN,
  /** The server's time of the run's first response. */
  RUN_START,
  /** The API's last cursor, which is its bookmark across runs. */
  CURSOR
}
