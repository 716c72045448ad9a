package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Ids;

/** ULIDs of custom object records (zendesk 3.4); here their order is not that of creation. */
record UlidIds() implements Ids {
  private static final long ODD = 0x9E3779B97F4A7C15L;
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int DIGITS = 21;

  @Override
  public String id(String parent, long ordinal) {
    StringBuilder digits = new StringBuilder("01HZX");
    long bits = ordinal * ODD;
    for (int shift = BITS * (DIGITS - 1); shift >= 0; shift -= BITS) {
      long rest = shift < Long.SIZE ? bits >>> shift : 0;
      digits.append(CROCKFORD.charAt((int) (rest & (CROCKFORD.length() - 1))));
    }
    return digits.toString();
  }

  @Override
  public long rank(String id) {
    return 0;
  }
}
