package dev.tidemark.rest.definition;

import java.math.BigDecimal;

/** What a number counts by which a body asks to wait. */
public enum WaitUnit {
  /** Seconds. */
  SECONDS(BigDecimal.ONE),
  /** Thousandths of a second. */
  MILLISECONDS(BigDecimal.valueOf(1, 3)),
  /** Minutes. */
  MINUTES(BigDecimal.valueOf(60));

  private final BigDecimal seconds;

  WaitUnit(BigDecimal seconds) {
    this.seconds = seconds;
  }

  /** How many seconds it has. */
  public BigDecimal seconds() {
    return seconds;
  }
}
