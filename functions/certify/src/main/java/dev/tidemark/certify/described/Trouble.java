package dev.tidemark.certify.described;

/** What goes wrong with one answer. */
public enum Trouble {
  /** 429, which asks for five seconds. */
  THROTTLED,
  /** 429, which asks for ten minutes. */
  THROTTLED_FOR_LONG,
  /** 429, which does not say for how long. */
  THROTTLED_WITHOUT_WORD,
  /** 401, although the access token was good: it has ended. */
  ACCESS_ENDED,
  /** The same, told as the definition declares it. */
  ACCESS_ENDED_OTHERWISE,
  /** 503. */
  BUSY,
  /** The page token is not known any more. */
  TOKEN_LOST,
  /** The body breaks off. */
  TRUNCATED,
  /** The page has no records, and there is more behind it. */
  EMPTY,
  /** The page says that there is more and not where. */
  MORE_WITHOUT_TOKEN,
  /** The page leads to itself. */
  SAME_TOKEN,
  /** The page shows its first record once more at its end. */
  TWICE
}
