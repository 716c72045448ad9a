package dev.tidemark.testkit.traversal;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.testkit.source.FakeApi;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read parent by parent: parent 1 has nothing, parent 2 one record, and so on. A
 * cursor names the parents that are still to do.
 */
final class Children implements PageReader {
  private final FakeApi api;
  private final String parents;

  Children(FakeApi api, int parents) {
    this.api = api;
    this.parents =
        IntStream.rangeClosed(1, parents)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(","));
    for (int parent = 1; parent <= parents; parent++) {
      of(parent).forEach(id -> api.add(id, Scene.NOON.minusSeconds(id)));
    }
  }

  private static List<Long> of(int parent) {
    return IntStream.range(1, parent).mapToObj(child -> parent * 10L + child).toList();
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    String left = request.cursor() == null ? parents : request.cursor().text();
    String[] split = left.split(",", 2);
    @Nullable String next = split.length == 1 ? null : split[1];
    for (long id : of(Integer.parseInt(split[0]))) {
      api.read(Long.toString(id), Duration.ofMinutes(1), sink);
    }
    return new PageOutcome.Delivered(next, null, "req-" + split[0], Scene.NOON);
  }
}
