package dev.tidemark.rest.json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is compared where its members come in any order: those of each object by their
 * names, and without those that do not count. Elements of lists keep their order, and of members
 * that share a name each keeps its place among them.
 */
final class SortedMembers {
  private final byte[] bytes;
  private final int end;
  private final int @Nullable [] skipped;
  private int at;
  private int skip;

  @SuppressWarnings("ArrayRecordComponent") // Written once, and compared by its name alone.
  private record Member(byte[] name, byte[] value) {}

  private SortedMembers(byte[] bytes, int offset, int length, int @Nullable [] skipped) {
    this.bytes = bytes;
    this.at = offset;
    this.end = offset + length;
    this.skipped = skipped;
  }

  /** The object at {@code offset}, which has no white space between its tokens. */
  static byte[] of(byte[] bytes, int offset, int length, int @Nullable [] skipped) {
    return new SortedMembers(bytes, offset, length, skipped).value();
  }

  private byte[] value() {
    return switch (bytes[at]) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> text();
      default -> plain();
    };
  }

  private byte[] object() {
    List<Member> members = new ArrayList<>();
    at++;
    while (bytes[at] != '}') {
      if (bytes[at] == ',') {
        at++;
      } else if (skipped != null && skip < skipped.length && at == skipped[skip]) {
        at = skipped[skip + 1];
        skip += 2;
      } else {
        byte[] name = text();
        at++;
        members.add(new Member(name, value()));
      }
    }
    at++;
    members.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
    ByteArrayOutputStream sorted = new ByteArrayOutputStream();
    int before = '{';
    for (Member member : members) {
      sorted.write(before);
      sorted.writeBytes(member.name());
      sorted.write(':');
      sorted.writeBytes(member.value());
      before = ',';
    }
    close(sorted, '{', '}');
    return sorted.toByteArray();
  }

  private byte[] list() {
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    int before = '[';
    at++;
    while (bytes[at] != ']') {
      if (bytes[at] == ',') {
        at++;
      } else {
        elements.write(before);
        elements.writeBytes(value());
        before = ',';
      }
    }
    at++;
    close(elements, '[', ']');
    return elements.toByteArray();
  }

  private static void close(ByteArrayOutputStream written, char begin, char end) {
    if (written.size() == 0) {
      written.write(begin);
    }
    written.write(end);
  }

  private byte[] text() {
    int from = at++;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return Arrays.copyOfRange(bytes, from, ++at);
  }

  private byte[] plain() {
    int from = at;
    while (at < end && bytes[at] != ',' && bytes[at] != '}' && bytes[at] != ']') {
      at++;
    }
    return Arrays.copyOfRange(bytes, from, at);
  }
}
