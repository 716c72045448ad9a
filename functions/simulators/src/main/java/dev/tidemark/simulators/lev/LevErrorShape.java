package dev.tidemark.simulators.lev;

/** The three shapes in which Lev's documents print errors (contract lev 1.5). */
public enum LevErrorShape {
  /** {@code {"request_id", "error": {status, type, message, details}}}: the newer envelope. */
  JUNE_2026,
  /** {@code {"request_id", "error": {code, message}}}: the older envelope. */
  MARCH_2026,
  /** {@code {"error": "message"}}: the third shape, "error is a string". */
  STRING
}
