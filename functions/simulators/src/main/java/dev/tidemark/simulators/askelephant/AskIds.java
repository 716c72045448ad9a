package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Ids;
import java.util.Locale;

/** Words such as {@code cnt_01JZX…}, whose order has nothing to do with the order of creation. */
record AskIds(String prefix) implements Ids {
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final int RADIX = 32;
  private static final int DIGITS = 21;

  @Override
  public String id(String parent, long ordinal) {
    String digits = Long.toUnsignedString(ordinal * ODD, RADIX).toUpperCase(Locale.ROOT);
    return prefix + "_01JZX" + "0".repeat(DIGITS - digits.length()) + digits;
  }

  @Override
  public long rank(String id) {
    return 0;
  }
}
