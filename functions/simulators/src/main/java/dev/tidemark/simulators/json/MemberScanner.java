package dev.tidemark.simulators.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Finds the top-level members of an object by its structure alone; values are not looked into. */
final class MemberScanner {
  private final byte[] bytes;
  private int at;

  private MemberScanner(byte[] bytes) {
    this.bytes = bytes;
  }

  static List<Member> scan(byte[] object) {
    MemberScanner scanner = new MemberScanner(object);
    List<Member> members = new ArrayList<>();
    scanner.expect('{');
    while (scanner.peek() != '}') {
      members.add(scanner.member());
      if (scanner.peek() == ',') {
        scanner.at++;
      }
    }
    return members;
  }

  private Member member() {
    peek();
    int start = at;
    skipString();
    String name = new String(bytes, start + 1, at - start - 2, UTF_8);
    expect(':');
    peek();
    int valueStart = at;
    skipValue();
    return new Member(name, start, valueStart, at);
  }

  private void skipValue() {
    int depth = 0;
    do {
      byte b = bytes[at];
      if (b == '"') {
        skipString();
        continue;
      }
      if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
      at++;
    } while (depth > 0 || !endsValue(bytes[at]));
  }

  private static boolean endsValue(byte b) {
    return b == ',' || b == '}' || b == ']' || CompactJson.isSpace(b);
  }

  private void skipString() {
    for (at++; bytes[at] != '"'; at++) {
      if (bytes[at] == '\\') {
        at++;
      }
    }
    at++;
  }

  private byte peek() {
    while (CompactJson.isSpace(bytes[at])) {
      at++;
    }
    return bytes[at];
  }

  private void expect(char token) {
    if (peek() != token) {
      throw new IllegalArgumentException("no '" + token + "' at byte " + at);
    }
    at++;
  }
}
