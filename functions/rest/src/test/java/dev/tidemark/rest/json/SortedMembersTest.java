package dev.tidemark.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record as it is compared where its members come in any order. */
class SortedMembersTest {
  private static String sorted(String json, int @Nullable [] skipped) {
    byte[] bytes = ("##" + json + "##").getBytes(StandardCharsets.UTF_8);
    return new String(
        SortedMembers.of(bytes, 2, bytes.length - 4, skipped), StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | {}",
        "{'b':1,'a':[]} | {'a':[],'b':1}",
        "{'b':{'d':1,'c':{}},'a':-1.5e3} | {'a':-1.5e3,'b':{'c':{},'d':1}}",
        "{'l':[{'b':1,'a':2},[{'d':1,'c':2}],3,'x']} | {'l':[{'a':2,'b':1},[{'c':2,'d':1}],3,'x']}",
        "{'z':'},{','a\\'':'\\\\'} | {'a\\'':'\\\\','z':'},{'}",
        "{'ä':true,'a':null,'b':false} | {'a':null,'b':false,'ä':true}",
        "{'a':2,'b':0,'a':1} | {'a':2,'a':1,'b':0}"
      })
  void has_the_members_of_each_object_by_their_names(String json, String expected) {
    assertThat(sorted(json.replace('\'', '"'), null)).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void leaves_out_what_does_not_count() {
    String json = "{\"b\":1,\"seen\":[1,{\"x\":2}],\"a\":[{\"url\":\"u\",\"id\":1}]}";
    int seen = 2 + json.indexOf("\"seen\"");
    int url = 2 + json.indexOf("\"url\"");
    int[] skipped = {
      seen, seen + "\"seen\":[1,{\"x\":2}]".length(), url, url + "\"url\":\"u\"".length()
    };
    assertThat(sorted(json, skipped)).isEqualTo("{\"a\":[{\"id\":1}],\"b\":1}");
  }
}
