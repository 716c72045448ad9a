package dev.tidemark.cli.landed;

import dev.tidemark.rest.record.LineColumns;
import dev.tidemark.rest.record.LineRecall;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it: what identifies a record and says when it is of as columns, and the
 * record as the text that it is, so that no number is taken for another; then the columns that the
 * definition declares. What is absent is an empty field; a text without a character is in quotes.
 *
 * @param reading what the resource's definition knows of its lines
 */
public record CsvForm(LineRecall reading) implements LineForm {
  private static final String TITLES = "id,version,generation,fetched_at,run,parent,record";
  private static final String END = "\r\n";
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public void begin(OutputStream to) throws IOException {
    StringBuilder titles = new StringBuilder(TITLES);
    reading.columns().columns().forEach(column -> titles.append(',').append(column.name()));
    to.write(titles.append(END).toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(byte[] line, OutputStream to) throws IOException {
    LineColumns columns = LineColumns.of(line, reading);
    String head =
        field(columns.name().shown())
            + ","
            + field(columns.version())
            + ","
            + columns.line().generation()
            + ","
            + MILLIS.format(columns.line().fetchedAt())
            + ","
            + field(columns.line().run())
            + ","
            + field(columns.parent())
            + ",\"";
    to.write(head.getBytes(StandardCharsets.UTF_8));
    for (byte b : columns.record()) {
      if (b == '"') {
        to.write('"');
      }
      to.write(b);
    }
    StringBuilder values = new StringBuilder("\"");
    for (Object value : columns.values()) {
      values.append(',').append(field(value == null ? null : text(value)));
    }
    to.write(values.append(END).toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String field(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean bare = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    return bare ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
