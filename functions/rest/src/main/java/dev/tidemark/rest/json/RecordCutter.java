package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.MemberPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cuts the records of one array out of a tape while a parser walks over them. */
final class RecordCutter {
  private static final int WATERMARK = 0;
  private static final int VERSION = 1;
  private static final int DELETED = 2;
  private static final int LAST = 3;
  private static final int OTHERWISE = 4;
  private static final int OWNER = 5;

  /** The members of the id come behind. */
  private static final int SLOTS = 6;

  private static final int NOWHERE = -1;

  private final RecordShape shape;
  private final Members members = new Members();
  private final @Nullable Scalar[] found;
  private final Map<MemberPath, Integer> slotOf = new HashMap<>();
  private final int[] slots;
  private int count;
  private int odd;
  private @Nullable Scalar last;
  private final Skips skipped = new Skips();
  private final RecordCopy copy = new RecordCopy(skipped);
  private Unread unread = Unread.NOTHING;
  private boolean reserved;
  private @Nullable String strictly;

  RecordCutter(RecordShape shape) {
    this.shape = shape;
    List<MemberPath> ids = shape.id() == null ? List.of() : shape.id().members();
    this.slots = new int[SLOTS + ids.size()];
    this.found = new @Nullable Scalar[slots.length];
    for (int i = 0; i < ids.size(); i++) {
      declare(SLOTS + i, ids.get(i));
    }
    declare(WATERMARK, shape.timeAt());
    declare(OTHERWISE, shape.otherwiseAt());
    declare(VERSION, shape.versionAt());
    declare(DELETED, shape.goneAt());
    declare(LAST, shape.last());
    declare(OWNER, shape.ownerAt());
    shape.likeness().skipped().forEach(members::skip);
  }

  /** One member may have several roles: it is read once, for all of them. */
  private void declare(int role, @Nullable MemberPath path) {
    slots[role] = path == null ? NOWHERE : slotOf.computeIfAbsent(path, _ -> role);
    if (path != null && slots[role] == role) {
      members.declare(path, role);
    }
  }

  private @Nullable Scalar found(int role) {
    return slots[role] == NOWHERE ? null : found[slots[role]];
  }

  /** Hands over every element of the array that {@code parser} has just entered. */
  void cut(JsonParser parser, Tape tape, PageSink sink) throws IOException, InterruptedException {
    begin(parser, tape);
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      if (token == null) {
        throw new MalformedPageException("the answer breaks off in the records");
      }
      element(parser, token, tape, sink, null);
    }
    tape.keepFrom(Long.MAX_VALUE);
  }

  /** Begins with records that stand in no array. */
  void begin(JsonParser parser, Tape tape) {
    tape.keepFrom(end(parser));
    odd = 0;
    begin(0);
    last = null;
  }

  /**
   * Hands over the value that {@code parser} stands at with {@code token}.
   *
   * @param place what to call it where it has to be a record; null where it is rejected if it is
   *     none
   */
  void element(JsonParser parser, JsonToken token, Tape tape, PageSink sink, @Nullable String place)
      throws IOException, InterruptedException {
    long start = parser.currentTokenLocation().getByteOffset();
    strictly = place;
    count++;
    last = null;
    if (token == JsonToken.START_OBJECT) {
      take(parser, tape, start, sink);
    } else {
      odd++;
      parser.skipChildren();
      parser.finishToken();
      reject(tape, start, end(parser), sink, "it is no JSON object");
    }
    tape.keepFrom(end(parser));
  }

  /** Hands over the one object that {@code parser} has just entered. */
  void cutOne(JsonParser parser, Tape tape, PageSink sink)
      throws IOException, InterruptedException {
    long start = parser.currentTokenLocation().getByteOffset();
    tape.keepFrom(start);
    odd = 0;
    begin(1);
    strictly = null;
    take(parser, tape, start, sink);
    tape.keepFrom(Long.MAX_VALUE);
  }

  /** Forgets the last array. */
  void begin(int first) {
    count = first;
    unread = Unread.NOTHING;
  }

  private void take(JsonParser parser, Tape tape, long start, PageSink sink)
      throws IOException, InterruptedException {
    Arrays.fill(found, null);
    skipped.clear();
    members.begin();
    reserved = false;
    walk(parser, members);
    members.requireRead("a record", path -> "'" + path + "'");
    last = found(LAST);
    shape.requireOwner(found(OWNER));
    hand(tape, start, end(parser), sink);
  }

  /** What could not be read in the records of the last array. */
  Unread unread() {
    return unread;
  }

  /** How many elements the last array had, rejected ones included. */
  int count() {
    return count;
  }

  /** How many of them were no objects. */
  int odd() {
    return odd;
  }

  /** The declared member of its last element; null where that is missing. */
  @Nullable Scalar last() {
    return last;
  }

  private static long end(JsonParser parser) {
    return parser.currentLocation().getByteOffset();
  }

  /** Walks over an object, looking only where a declared member may be. */
  private void walk(JsonParser parser, Members at) throws IOException {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_OBJECT) {
      if (token == null) {
        throw new MalformedPageException("the answer breaks off in a record");
      }
      reserved |= at == members && parser.currentName().equals(shape.reserved());
      Members child = at.child(parser.currentName());
      long name = child == null ? 0 : parser.currentTokenLocation().getByteOffset();
      token = parser.nextToken();
      if (child == null) {
        parser.skipChildren();
      } else {
        look(parser, token, child, name);
      }
    }
  }

  private void look(JsonParser parser, JsonToken token, Members child, long name)
      throws IOException {
    int before = skipped.size();
    if (token == JsonToken.START_OBJECT && child.hasChildren()) {
      walk(parser, child);
    } else if (token == JsonToken.START_ARRAY && child.hasChildren()) {
      array(parser, child);
    } else {
      if (child.slot() >= 0) {
        found[child.slot()] =
            child.slot() == slots[LAST]
                ? Scalars.withArray(parser, token)
                : Scalars.read(parser, token);
      }
      parser.skipChildren();
    }
    if (child.skipped()) {
      parser.finishToken();
      skipped.add(before, name, end(parser));
    }
  }

  /**
   * An array where an object was declared: what is declared below it is there, and cannot be read.
   * A record would not be seen to be gone, which is refused; an empty array has nothing.
   */
  private void array(JsonParser parser, Members at) throws IOException {
    if (at.slot() >= 0) {
      found[at.slot()] = Scalars.NESTED;
    }
    JsonToken token = parser.nextToken();
    if (token != JsonToken.END_ARRAY) {
      List<Integer> below = at.slotsBelow();
      if (below.contains(slots[DELETED])) {
        throw MisreadPathException.throughArray(
            "a record's " + at.own(), Objects.requireNonNull(shape.goneAt()));
      }
      below.forEach(slot -> found[slot] = Scalars.NESTED);
    }
    while (token != null && token != JsonToken.END_ARRAY) {
      ListedSkips.pass(parser, token, at, skipped);
      token = parser.nextToken();
    }
  }

  private void hand(Tape tape, long start, long end, PageSink sink)
      throws InterruptedException, MisreadPathException {
    List<String> ids = new ArrayList<>();
    for (int role = SLOTS; role < slots.length; role++) {
      Scalar id = found(role);
      if (id == null || !id.isValue()) {
        MemberPath at = Objects.requireNonNull(shape.id()).members().get(role - SLOTS);
        reject(tape, start, end, sink, "it has no id: " + at + " is no text and no number");
        return;
      }
      ids.add(id.json());
    }
    if (reserved) {
      String name = String.valueOf(shape.reserved());
      reject(tape, start, end, sink, "it has a member " + name + " of its own");
      return;
    }
    byte[] array = tape.array();
    int from = tape.index(start);
    int to = tape.index(end);
    int[] skips = null;
    if (skipped.size() > 0 || !Compaction.isCompact(array, from, to)) {
      skips = skipped.size() == 0 ? null : new int[skipped.size()];
      to = copy.compact(tape, start, end, skips);
      array = copy.bytes();
      from = 0;
    }
    Scalar first = found(WATERMARK);
    Scalar time = first == null || first.isNothing() ? found(OTHERWISE) : first;
    Watermark watermark = time == null ? null : shape.watermark(time);
    Scalar given = found(VERSION);
    Scalar version = given != null && given.isValue() ? given : null;
    long rank = version == null ? VersionRank.NONE : shape.rank(version);
    Scalar deleted = found(DELETED);
    if (watermark == null) {
      unread = unread.with(time, false);
    }
    if (watermark != null || time == null || time.isNothing()) {
      unread = unread.with(given, rank != VersionRank.NONE);
    }
    sink.accept(
        new RawRecord(
            shape.slice(array, from, to - from, skips),
            shape.id() == null ? "" : shape.id().json(ids),
            watermark,
            version == null ? null : version.json(),
            rank,
            0,
            null,
            deleted != null && shape.saysGone(deleted)));
  }

  private void reject(Tape tape, long start, long end, PageSink sink, String reason)
      throws InterruptedException, MisreadPathException {
    String place = strictly;
    if (place != null) {
      throw new MisreadPathException(place + " is no record: " + reason);
    }
    sink.reject(copy.bytes(), 0, copy.whole(tape, start, end), reason);
  }
}
