package dev.tidemark.simulators.json;

/**
 * Where one top-level member lies in the bytes of its object.
 *
 * @param name the text between the quotes of the key, escapes left as written
 * @param start offset of the key's opening quote
 * @param valueStart offset of the value's first byte
 * @param valueEnd offset behind the value's last byte
 */
public record Member(String name, int start, int valueStart, int valueEnd) {
  public Member {
    if (start >= valueStart || valueStart >= valueEnd) {
      throw new IllegalArgumentException(
          "not start < valueStart < valueEnd: " + start + ", " + valueStart + ", " + valueEnd);
    }
  }
}
