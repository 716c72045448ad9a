package dev.tidemark.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import dev.tidemark.rest.standin.Taken.Landed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is drawn is named by its seed in every message; a fixed one is tried besides a new one. */
class RandomPagesTest {
  private static final int PAGES = 150;

  private final PageScanner scanner = new PageScanner(Shapes.ENVELOPE, Shapes.RECORD);

  @Test
  void come_through_byte_for_byte_in_whatever_pieces_they_arrive() throws Exception {
    tryAll(20261122L);
    tryAll(new SplittableRandom().nextLong());
  }

  private void tryAll(long seed) throws Exception {
    System.out.println("RandomPagesTest: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int page = 0; page < PAGES; page++) {
      tryOne(random.split(), "seed " + seed + ", page " + page);
    }
  }

  private void tryOne(SplittableRandom random, String name) throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    List<Landed> expected = new ArrayList<>();
    write(sent, random.nextInt(4) == 0 ? "\ufeff" : "");
    write(
        sent, "{\"request_id\":\"r\", \"other\" : {\"data\":[{\"id\":0}]},\"page\" :{ \"data\" :[");
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      write(sent, i == 0 ? " " : " ,\n");
      expected.add(RandomRecord.write(random, sent, i));
    }
    write(sent, "] ,\"next\":\"a\\u0041\",\"more\":true}\n}\n");
    int largest = List.of(1, 3, 17, 8_000, 100_000).get(random.nextInt(5));
    Taken taken = new Taken();
    Envelope envelope =
        scanner.scan(new Pieces(sent.toByteArray(), random, largest), 64_000_000, taken);
    assertThat(taken.records()).as(name).containsExactlyElementsOf(expected);
    assertThat(taken.rejects()).as(name).isEmpty();
    assertThat(envelope.text(MemberPath.of("page.next"))).as(name).isEqualTo("aA");
    assertThat(envelope.at(MemberPath.of("page.more")))
        .as(name)
        .isEqualTo(new Scalar(Scalar.Kind.FLAG, "true"));
  }

  private static void write(ByteArrayOutputStream sent, String text) {
    sent.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
