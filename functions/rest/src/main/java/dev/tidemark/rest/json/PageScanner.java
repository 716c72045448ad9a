package dev.tidemark.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.rest.definition.ChosenLink;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one page after the other of one resource; one per thread. */
public final class PageScanner {
  /** Deeper values are refused. */
  public static final int MAX_DEPTH = 1000;

  private static final int RECORDS = 1_000_000;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private final EnvelopeShape envelope;
  private final Members members = new Members();
  private final Remarks remarks;
  private final RecordCutter cutter;
  private final RecordLists lists;
  private final @Nullable MemberPath id;
  private Map<MemberPath, Scalar> seen = Map.of();
  private ObjectNode said = JsonNodeFactory.instance.objectNode();

  public PageScanner(EnvelopeShape envelope, RecordShape record) {
    this.envelope = envelope;
    this.cutter = new RecordCutter(record);
    this.lists = new RecordLists(cutter, "the answer's \"" + envelope.records() + "\"");
    this.id = record.id() == null ? null : record.id().members().getFirst();
    for (int i = 0; i < envelope.members().size(); i++) {
      members.declare(envelope.members().get(i), i);
    }
    members.declare(envelope.records(), RECORDS);
    this.remarks = Remarks.of(envelope.remarks());
  }

  /**
   * Reads a page to its end, handing its records to {@code sink} on the way.
   *
   * @param limit bytes that the page may have
   * @throws NoRecordsException if it is whole and has no list of records; {@link #seen} tells what
   *     it says instead
   * @throws MisreadPathException if a declared path cannot lead anywhere in it
   * @throws MalformedPageException if it is not the JSON that was declared, or breaks off
   * @throws UnreadableRecordException if a value of it is none of JSON, whenever it is asked for
   * @throws TooDeepException if it nests deeper than {@link #MAX_DEPTH}
   * @throws PageTooLargeException if it is larger than {@code limit}
   * @throws IOException if the stream fails
   */
  public Envelope scan(InputStream in, long limit, PageSink sink)
      throws IOException, InterruptedException {
    seen = Map.of();
    members.begin();
    cutter.begin(0);
    Tape tape = new Tape(in, limit);
    try (JsonParser parser = JSON.createParser(tape)) {
      if (!(parser instanceof UTF8StreamJsonParser)) {
        throw new MalformedPageException("the answer is not UTF-8");
      }
      Page page = new Page(parser, tape, sink);
      seen = page.found;
      said = page.said;
      if (envelope.list().form() == Records.Form.LINES) {
        lists.lines(parser, tape, sink);
        return new Envelope(
            page.found, true, cutter.count(), cutter.last(), cutter.odd(), page.said);
      }
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new MalformedPageException("the answer is empty");
      }
      page.value(first, members, remarks);
      members.requireRead("the answer", MemberPath::listed);
      if (parser.nextToken() != null) {
        throw new MalformedPageException(
            "the answer continues behind its end"
                + (envelope.records().isWhole()
                    ? "; if each of its lines is a record, declare records: {path: '', form: lines}"
                    : ""));
      }
      if (!page.records) {
        if (envelope.absentEmpty()) {
          return new Envelope(page.found, true, 0, null, 0, page.said);
        }
        throw new NoRecordsException(
            "the answer" + page.instead.formatted(envelope.records()), page.lasting);
      }
      return page.list
          ? new Envelope(page.found, true, cutter.count(), cutter.last(), cutter.odd(), page.said)
          : new Envelope(page.found, false, 0, null, 0, page.said);
    } catch (StreamConstraintsException e) {
      throw new TooDeepException(e);
    } catch (JsonProcessingException e) {
      UnreadableRecordException unreadable =
          UnreadableRecordException.of(e, cutter.count(), place(e.getLocation()));
      if (unreadable != null) {
        throw unreadable;
      }
      throw new MalformedPageException(
          "the answer is not JSON, or breaks off: "
              + UnreadableRecordException.reason(e)
              + place(e.getLocation()),
          e);
    }
  }

  private String place(@Nullable JsonLocation at) {
    if (at == null || at.getByteOffset() < 0) {
      return "";
    }
    String record = cutter.count() == 0 ? "" : ", in or behind record " + cutter.count();
    return " (byte " + at.getByteOffset() + " of the page" + record + ")";
  }

  /** What could not be read in the records of the last page. */
  public Unread unread() {
    return cutter.unread();
  }

  /**
   * What stood around the records of the last page as far as it was read, for one that broke off.
   */
  public Envelope seen() {
    return new Envelope(seen, false, 0, null, 0, said);
  }

  /** One page on its way. */
  private final class Page {
    private final JsonParser parser;
    private final Tape tape;
    private final PageSink sink;
    private final Map<MemberPath, Scalar> found = new HashMap<>();
    private final ObjectNode said = JsonNodeFactory.instance.objectNode();
    private boolean records;
    private boolean list;
    private boolean lasting;
    private String instead =
        " has no records at \"%s\"; correct the path, or, where an answer leaves the member of an"
            + " empty list out, declare absentEmpty: true";

    Page(JsonParser parser, Tape tape, PageSink sink) {
      this.parser = parser;
      this.tape = tape;
      this.sink = sink;
    }

    private void value(JsonToken token, @Nullable Members at, @Nullable Remarks remark)
        throws IOException, InterruptedException {
      if (remark != null && remark.wanted() && (at == null || token.isScalarValue())) {
        keep(remark.path(), Excerpt.read(parser, token));
      }
      if (at == null) {
        below(token, null, remark);
      } else if (at.slot() == RECORDS) {
        records(token, remark);
      } else {
        if (at.slot() >= 0) {
          MemberPath path = envelope.members().get(at.slot());
          ChosenLink link = envelope.linkAt(path);
          found.put(
              path,
              link == null
                  ? Scalars.read(parser, token, Cursor.MAX_BYTES)
                  : LinkList.read(parser, token, link));
        }
        if (token == JsonToken.START_OBJECT && at.hasChildren()) {
          object(at, remark);
        } else if (token == JsonToken.START_ARRAY && at.hasChildren()) {
          requireEmpty(at);
        } else {
          below(token, null, remark);
        }
      }
    }

    /** Goes into what holds no records for the sake of what it may say. */
    private void below(JsonToken token, @Nullable Members at, @Nullable Remarks remark)
        throws IOException, InterruptedException {
      if (token == JsonToken.START_OBJECT
          && parser.currentToken() == token
          && remark != null
          && remark.hasChildren()) {
        object(at, remark);
      } else {
        parser.skipChildren();
      }
    }

    /** An empty array is how some languages write an empty object. */
    private void requireEmpty(Members at) throws IOException {
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        throw at.own().isWhole()
            ? MisreadPathException.throughArray("the answer", envelope.records())
            : MisreadPathException.throughArray("the answer's " + at.own(), at.through());
      }
    }

    private void keep(List<String> path, JsonNode value) {
      ObjectNode at = said;
      for (String name : path.subList(0, path.size() - 1)) {
        at = at.get(name) instanceof ObjectNode next ? next : at.putObject(name);
      }
      at.set(path.getLast(), value);
    }

    private void object(@Nullable Members at, @Nullable Remarks remark)
        throws IOException, InterruptedException {
      JsonToken token;
      while ((token = parser.nextToken()) != JsonToken.END_OBJECT) {
        if (token == null) {
          throw new MalformedPageException("the answer breaks off");
        }
        String name = parser.currentName();
        Members child = at == null ? null : at.child(name);
        value(parser.nextToken(), child, Remarks.below(remark, name));
      }
    }

    private void records(JsonToken token, @Nullable Remarks remark)
        throws IOException, InterruptedException {
      if (records) {
        throw new MalformedPageException(
            "the answer has records at \"" + envelope.records() + "\" twice");
      }
      Records.Form form = envelope.list().form();
      boolean object = envelope.one() || (form != Records.Form.LIST);
      boolean array = !envelope.one();
      boolean right =
          (array && token == JsonToken.START_ARRAY) || (object && token == JsonToken.START_OBJECT);
      if (!right && token != JsonToken.VALUE_NULL) {
        noRecords(token, remark);
        return;
      }
      records = true;
      list = right;
      if (token == JsonToken.START_ARRAY) {
        cutter.cut(parser, tape, sink);
      } else if (token == JsonToken.START_OBJECT && form == Records.Form.KEYED) {
        lists.members(parser, tape, sink);
      } else if (token == JsonToken.START_OBJECT && form == Records.Form.ONE_OR_MANY) {
        lists.only(parser, tape, sink);
      } else if (token == JsonToken.START_OBJECT) {
        cutter.cutOne(parser, tape, sink);
      }
    }

    /** Looks at what stands in the place of the records, for the sake of what it may say. */
    private void noRecords(JsonToken token, @Nullable Remarks remark)
        throws IOException, InterruptedException {
      instead = "'s \"%s\" is no " + (envelope.one() ? "record" : "list of records");
      if (token != JsonToken.START_OBJECT || parser.currentToken() != token || envelope.one()) {
        below(token, null, remark);
        return;
      }
      ObjectSeen seen = new ObjectSeen(id);
      JsonToken next;
      while ((next = parser.nextToken()) != JsonToken.END_OBJECT) {
        if (next == null) {
          throw new MalformedPageException("the answer breaks off");
        }
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        seen.member(name, value);
        value(value, null, Remarks.below(remark, name));
      }
      String remedy = seen.remedy(envelope.records());
      lasting = remedy != null && !seen.isEmpty();
      instead = remedy == null ? instead : "'s \"%s\"" + remedy.replace("%", "%%");
    }
  }
}
