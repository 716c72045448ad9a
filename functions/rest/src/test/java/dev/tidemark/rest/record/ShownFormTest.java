package dev.tidemark.rest.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.JsonSlice;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.watermark.VersionRank;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record as a list shows it, and the same one asked for alone. */
class ShownFormTest {
  private static RawRecord record(String json, int... skipped) {
    byte[] bytes = ("  " + json).getBytes(StandardCharsets.UTF_8);
    return new RawRecord(
        new JsonSlice(bytes, 2, bytes.length - 2, skipped.length == 0 ? null : skipped),
        "1",
        null,
        null,
        VersionRank.NONE,
        0,
        null,
        false);
  }

  private static boolean isIn(String listed, String alone) {
    return ShownForm.of(record(listed), UnaryOperator.identity()).isIn(record(alone));
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':1,'a':'x'} | {'id':1,'a':'x'} | true",
        "{'id':1,'a':'x'} | {'a':'x','id':1} | true",
        "{'id':1,'a':'x'} | {'id':1,'a':'x','more':[1,2]} | true",
        "{'id':1,'a':'x'} | {'id':1,'a':'y','more':[1,2]} | false",
        "{'id':1,'a':'x'} | {'id':1,'more':1} | false",
        "{'id':1,'a':'5'} | {'id':1,'a':5} | false",
        "{'id':1,'a':null} | {'id':1} | true",
        "{'id':1,'a':null} | {'id':1,'a':null,'b':1} | true",
        "{'id':1,'a':null} | {'id':1,'a':0} | false",
        "{'id':1,'a':null} | {'id':1,'a':{'b':1}} | false",
        "{'id':1,'a':0} | {'id':1,'a':null} | false",
        "{'id':1,'o':{'b':1}} | {'id':1,'o':{'c':2,'b':1}} | true",
        "{'id':1,'o':{'b':1}} | {'id':1,'o':{'c':2,'b':2}} | false",
        "{'id':1,'o':{'b':1}} | {'id':1,'o':null} | false",
        "{'id':1,'o':{}} | {'id':1,'o':{'b':1}} | true",
        "{'id':1,'o':{}} | {'id':1,'o':'{'} | false",
        "{'id':1,'l':[{'b':1}]} | {'id':1,'l':[{'b':1}],'m':1} | true",
        "{'id':1,'l':[{'b':1}]} | {'id':1,'l':[{'b':1,'c':2}]} | false",
        "{'id':1,'l':[1,2]} | {'id':1,'l':[2,1]} | false",
        "{'id':1,'a.b':1} | {'id':1,'a':{'b':1}} | false"
      })
  void is_the_same_if_all_that_the_list_showed_is_there_and_the_same(
      String listed, String alone, boolean same) {
    assertThat(isIn(listed.replace('\'', '"'), alone.replace('\'', '"'))).isEqualTo(same);
  }

  @Test
  void leaves_out_what_does_not_count() {
    String listed = "{\"id\":1,\"seen\":5,\"a\":1}";
    String alone = "{\"id\":1,\"seen\":{\"b\":6},\"a\":1}";
    int from = 2 + listed.indexOf("\"seen\"");
    ShownForm form =
        ShownForm.of(record(listed, from, from + "\"seen\":5".length()), UnaryOperator.identity());
    assertThat(form.isIn(record(alone, from, from + "\"seen\":{\"b\":6}".length()))).isTrue();
    assertThat(form.members()).doesNotContain("seen");
  }
}
