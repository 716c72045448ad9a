package dev.tidemark.simulators.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON text as the bytes that were written; equal when the bytes are equal. */
public final class Json {
  private final byte[] bytes;

  private Json(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The text as UTF-8. It is not validated: a simulator also serves what no parser accepts. */
  public static Json of(String text) {
    return new Json(text.getBytes(UTF_8));
  }

  /** A JSON string literal of {@code value}. */
  public static String quoted(String value) {
    return Quoting.quote(value);
  }

  /** How many bytes the text has. */
  public int length() {
    return bytes.length;
  }

  /** Copies the bytes to {@code target} at {@code offset} and returns the offset behind them. */
  public int copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, bytes.length);
    return offset + bytes.length;
  }

  /** The same tokens without the white space between them; strings and numbers stay as written. */
  public Json compact() {
    return new Json(CompactJson.compact(bytes));
  }

  /** The top-level members of this object in their order, duplicates included. */
  public List<Member> members() {
    return MemberScanner.scan(bytes);
  }

  /** The written value of the last top-level member called {@code name}, or null without one. */
  public @Nullable String raw(String name) {
    Member member = last(name);
    return member == null ? null : slice(member.valueStart(), member.valueEnd());
  }

  /** This object with {@code name} set to the written value {@code raw}; appended when absent. */
  public Json with(String name, String raw) {
    Member member = last(name);
    if (member == null) {
      return append(quoted(name) + ":" + raw);
    }
    return splice(member.valueStart(), member.valueEnd(), raw);
  }

  /** This object reduced to the members called one of {@code names}, their bytes unchanged. */
  public Json only(Collection<String> names) {
    StringBuilder kept = new StringBuilder("{");
    for (Member member : members()) {
      if (names.contains(member.name())) {
        kept.append(kept.length() > 1 ? "," : "").append(slice(member.start(), member.valueEnd()));
      }
    }
    return of(kept.append('}').toString());
  }

  private @Nullable Member last(String name) {
    return members().reversed().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private Json append(String member) {
    List<Member> members = members();
    int end = members.isEmpty() ? toString().indexOf('{') + 1 : members.getLast().valueEnd();
    return splice(end, end, members.isEmpty() ? member : "," + member);
  }

  private Json splice(int start, int end, String middle) {
    byte[] inserted = middle.getBytes(UTF_8);
    byte[] whole = new byte[bytes.length - (end - start) + inserted.length];
    System.arraycopy(bytes, 0, whole, 0, start);
    System.arraycopy(inserted, 0, whole, start, inserted.length);
    System.arraycopy(bytes, end, whole, start + inserted.length, bytes.length - end);
    return new Json(whole);
  }

  private String slice(int start, int end) {
    return new String(bytes, start, end - start, UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Json json && Arrays.equals(bytes, json.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, UTF_8);
  }
}
