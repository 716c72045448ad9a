package dev.tidemark.testkit.traversal;

import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.source.ChildOutcome;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.ParentOutcome;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.testkit.source.FakeApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Parents that have children of their own: those of parent 2 are 21, 22 and so on. A parent may
 * hide its list, or be gone.
 */
final class Kin implements PageReader, ChildReader {
  private static final int PAGE = 2;

  private final FakeApi api;
  private final int children;
  private final Set<Integer> parents = new TreeSet<>();
  private final Set<Integer> hidden = new TreeSet<>();
  private final List<String> lists = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean asksForParent = true;

  Kin(FakeApi api, int parents, int children) {
    this.api = api;
    this.children = children;
    for (int parent = 1; parent <= parents; parent++) {
      this.parents.add(parent);
      of(parent).forEach(id -> api.add(id, Scene.NOON.minusSeconds(id)));
    }
  }

  private List<Long> of(int parent) {
    return IntStream.rangeClosed(1, children).mapToObj(child -> parent * 10L + child).toList();
  }

  /** The parent is gone, and all that is its. */
  void remove(int parent) {
    parents.remove(parent);
    of(parent).forEach(api::remove);
  }

  /** The parent is there, and neither listed nor to be read. */
  void hide(int parent) {
    hidden.add(parent);
  }

  /** There is no way to ask for one parent. */
  void listsOnly() {
    asksForParent = false;
  }

  /**
   * The pages of lists that the proof asked for: the parent, and the cursor where there was one.
   */
  List<String> lists() {
    return lists;
  }

  /** The parents asked for. */
  List<String> asked() {
    return asked;
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    Cursor cursor = request.cursor();
    int parent = cursor == null ? 1 : Integer.parseInt(cursor.text());
    if (parents.contains(parent) && !hidden.contains(parent)) {
      hand(of(parent), parent, sink);
    }
    boolean last = parents.stream().noneMatch(other -> other > parent);
    return new PageOutcome.Delivered(
        last ? null : Integer.toString(parent + 1), null, "req-" + parent, Scene.NOON);
  }

  private void hand(List<Long> ids, int parent, PageSink sink) throws InterruptedException {
    for (long id : ids) {
      api.read(Long.toString(id), Duration.ofMinutes(1), new Named(Integer.toString(parent), sink));
    }
  }

  @Override
  public ChildOutcome list(String of, @Nullable Cursor cursor, Duration limit, PageSink sink)
      throws InterruptedException {
    lists.add(cursor == null ? of : of + "@" + cursor.text());
    int parent = Integer.parseInt(of);
    if (!parents.contains(parent) || hidden.contains(parent)) {
      return new ChildOutcome.Hidden(false, "list-" + of, Scene.NOON);
    }
    int from = cursor == null ? 0 : Integer.parseInt(cursor.text());
    int to = Math.min(children, from + PAGE);
    hand(of(parent).subList(from, to), parent, sink);
    String next = to < children ? Integer.toString(to) : null;
    return new ChildOutcome.Listed(new PageOutcome.Delivered(next, null, "list-" + of, Scene.NOON));
  }

  @Override
  public boolean asksForParent() {
    return asksForParent;
  }

  @Override
  public ParentOutcome parent(String parent, Duration limit) {
    asked.add(parent);
    int number = Integer.parseInt(parent);
    return new ParentOutcome.Answered(
        !parents.contains(number)
            ? ParentOutcome.Word.GONE
            : hidden.contains(number) ? ParentOutcome.Word.HIDDEN : ParentOutcome.Word.THERE,
        "parent-" + parent,
        Scene.NOON);
  }

  private record Named(String parent, PageSink sink) implements PageSink {
    @Override
    public void accept(RawRecord record) throws InterruptedException {
      sink.accept(record.child(record.identity(), parent));
    }

    @Override
    public void reject(byte[] json, int offset, int length, String reason)
        throws InterruptedException {
      sink.reject(json, offset, length, reason);
    }

    @Override
    public void passOver() {
      sink.passOver();
    }
  }
}
