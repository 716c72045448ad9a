package dev.tidemark.core.watermark;

/** The order in which an API walks a resource; it decides which promotions are safe. */
public enum Order {
  /** By watermark, oldest first. */
  WATERMARK_ASCENDING,
  /** By id: an edit behind the cursor is not seen by the walk. */
  ID,
  /** None that could be relied on. */
  UNORDERED
}
