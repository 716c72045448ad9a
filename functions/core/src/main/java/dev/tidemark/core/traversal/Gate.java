package dev.tidemark.core.traversal;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.ChildOutcome;
import dev.tidemark.core.source.ChildReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.ParentOutcome;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import dev.tidemark.core.state.Cursor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Lets a leg read the account that its connection belongs to, and no other. A connection belongs to
 * the account whose answer it accepted first; a base URL that answers nothing binds nothing.
 *
 * <p>One gate serves one leg. An account that cannot be determined keeps the gate shut: the reason
 * is then the outcome of the page that was asked for, and is retried, waited for or failed with as
 * such.
 */
public final class Gate {
  private final String connection;
  private final AccountReader reader;
  private final Bindings bindings;
  private @Nullable Account shown;
  private boolean bound;

  public Gate(String connection, AccountReader reader, Bindings bindings) {
    this.connection = connection;
    this.reader = reader;
    this.bindings = bindings;
  }

  /**
   * Why nothing may be read, before anything is claimed for it; empty if it may, or if that cannot
   * be decided yet.
   *
   * @param limit how long the account may be asked for
   */
  public synchronized String refusal(Duration limit) throws InterruptedException {
    Account here = new Account(reader.origin(), null);
    String elsewhere = refusal(bindings.read(connection), here);
    if (!elsewhere.isEmpty()) {
      return elsewhere;
    }
    if (shown == null && reader.read(limit) instanceof AccountOutcome.Known(Account account)) {
      shown = account;
    }
    return shown == null ? "" : refusal(bindings.read(connection), shown);
  }

  private String refusal(@Nullable Binding binding, Account other) {
    return binding == null || !binding.account().differsFrom(other)
        ? ""
        : "connection "
            + connection
            + " belongs to "
            + binding.account()
            + ", not to "
            + other
            + "; name another with --connection, or rebind";
  }

  /** {@code source} behind this gate. */
  SourceReader guard(SourceReader source) {
    ChildReader children = source.children();
    return new SourceReader(
        new Pages(source.list()),
        new Records(source.single()),
        children == null ? null : new Children(children));
  }

  /** What keeps a page from being asked for; null where nothing does. */
  private synchronized @Nullable PageOutcome shut(Duration limit) throws InterruptedException {
    if (shown != null) {
      return null;
    }
    return switch (reader.read(limit)) {
      case AccountOutcome.Unknown(PageOutcome why) -> why;
      case AccountOutcome.Known(Account account) -> {
        String refusal = refusal(bindings.read(connection), account);
        shown = refusal.isEmpty() ? account : null;
        yield refusal.isEmpty() ? null : new PageOutcome.Refused(refusal, null);
      }
    };
  }

  /** Binds the connection to the account that has answered; why it cannot, or null. */
  private synchronized @Nullable PageOutcome bind() {
    Account account = shown;
    while (!bound && account != null) {
      Binding binding = bindings.read(connection);
      String refusal = refusal(binding, account);
      if (!refusal.isEmpty()) {
        return new PageOutcome.Refused(refusal, null);
      }
      Account before = binding == null ? null : binding.account();
      boolean complete = before != null && (account.id() == null || before.id() != null);
      Binding next = binding == null ? Binding.first(account) : binding.to(account);
      // A refused write is looked at again: another leg was first, or it was ours after all.
      bound = complete || bindings.replace(connection, binding, next);
    }
    return null;
  }

  /** The pages behind the gate. */
  private final class Pages implements PageReader {
    private final PageReader pages;

    Pages(PageReader pages) {
      this.pages = pages;
    }

    @Override
    public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
      PageOutcome shut = shut(request.limit());
      if (shut != null) {
        return shut;
      }
      PageOutcome outcome = pages.read(request, sink);
      PageOutcome refused = outcome instanceof PageOutcome.Delivered ? bind() : null;
      return refused == null ? outcome : refused;
    }

    @Override
    public @Nullable String unread() {
      return pages.unread();
    }
  }

  /** The single records behind the gate. */
  private final class Records implements RecordReader {
    private final RecordReader records;

    Records(RecordReader records) {
      this.records = records;
    }

    @Override
    public boolean asksForOne() {
      return records.asksForOne();
    }

    @Override
    public RecordOutcome read(String id, Duration limit, PageSink sink)
        throws InterruptedException {
      PageOutcome shut = shut(limit);
      if (shut != null) {
        return new RecordOutcome.Unknown(shut);
      }
      RecordOutcome outcome = records.read(id, limit, sink);
      PageOutcome refused = outcome instanceof RecordOutcome.Unknown ? null : bind();
      return refused == null ? outcome : new RecordOutcome.Unknown(refused);
    }

    @Override
    public PublishedLine recall(byte[] line) {
      return records.recall(line);
    }
  }

  /** The children behind the gate. A parent is asked for only behind pages that opened it. */
  private final class Children implements ChildReader {
    private final ChildReader children;

    Children(ChildReader children) {
      this.children = children;
    }

    @Override
    public ChildOutcome list(String parent, @Nullable Cursor cursor, Duration limit, PageSink sink)
        throws InterruptedException {
      PageOutcome shut = shut(limit);
      return shut == null
          ? children.list(parent, cursor, limit, sink)
          : new ChildOutcome.Listed(shut);
    }

    @Override
    public boolean asksForParent() {
      return children.asksForParent();
    }

    @Override
    public ParentOutcome parent(String parent, Duration limit) throws InterruptedException {
      PageOutcome shut = shut(limit);
      return shut == null ? children.parent(parent, limit) : new ParentOutcome.Unknown(shut);
    }
  }
}
