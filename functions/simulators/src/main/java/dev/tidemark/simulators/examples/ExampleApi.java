package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.Vendor;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An API that one of the definitions of {@code examples/} describes. */
public final class ExampleApi implements Vendor {
  private final Example example;
  private final ExampleShape shape;
  private final ExampleAccount account;
  private final ExampleRows rows = new ExampleRows();
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Integer> limited = ConcurrentHashMap.newKeySet();

  ExampleApi(Example example, ExampleShape shape, ExampleAccount account) {
    this.example = example;
    this.shape = shape;
    this.account = account;
  }

  /** What is shown, to be changed at any time. */
  public ExampleRows rows() {
    return rows;
  }

  /** The {@code request}-th request from now on is answered as one too many. */
  public void limits(int request) {
    limited.add(requests.get() + request);
  }

  /** What has to be landed of a resource now. */
  public Set<String> truth(String resource) {
    Set<String> truth = new TreeSet<>();
    for (ExampleRow row : rows.all()) {
      if (shape.lists(resource, row)) {
        truth.add(shape.record(resource, row));
      }
    }
    return truth;
  }

  @Override
  public String resource(String path) {
    return example.file();
  }

  @Override
  public Reply answer(Request request, Due due) {
    return limited.contains(requests.incrementAndGet())
        ? shape.limited()
        : shape.answer(new ExampleCall(request, rows, account));
  }
}
