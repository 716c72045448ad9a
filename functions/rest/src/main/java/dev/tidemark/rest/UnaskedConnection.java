package dev.tidemark.rest;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.PublishedLine;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.RecordOutcome;
import dev.tidemark.core.source.RecordReader;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.rest.definition.BaseUrl;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.rest.request.AddressAccount;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a credential: enough to publish what was read, and to tell an account that
 * is known by its address alone, since neither asks the API for anything.
 *
 * @param baseUrl where the API is; null where that is not known either
 */
public record UnaskedConnection(DescribedSource source, @Nullable BaseUrl baseUrl)
    implements Connection {
  @Override
  public UnaskedConnection asking(DescribedSource other) {
    return new UnaskedConnection(other, baseUrl);
  }

  @Override
  public UnaskedConnection ranked(RateRank rank) {
    return this;
  }

  @Override
  public void leave(InstantSource clock) {}

  @Override
  public SourceReader reader(String name, Transport transport, InstantSource clock) {
    return new SourceReader(
        (_, _) -> {
          throw refused();
        },
        new RecalledLines(source.definition().resource(name)));
  }

  @Override
  public AccountReader account(Transport transport, InstantSource clock) {
    return baseUrl == null || source.definition().entrance().account() != null
        ? new NoAccount()
        : new AddressAccount(baseUrl);
  }

  private IllegalStateException refused() {
    return new IllegalStateException(
        "nothing of " + source.connection() + " can be run from here: no credential is at hand");
  }

  /** Stands before a run that is not complete, so that nothing is claimed for it. */
  private final class NoAccount implements AccountReader {
    @Override
    public String origin() {
      throw refused();
    }

    @Override
    public AccountOutcome read(Duration limit) {
      throw refused();
    }
  }

  /** Recognises published lines, and reads no record. */
  private final class RecalledLines implements RecordReader {
    private final Resource resource;
    private final LineRecall recall;

    RecalledLines(Resource resource) {
      this.resource = resource;
      this.recall = new LineRecall(resource);
    }

    @Override
    public boolean asksForOne() {
      return resource.single() != null;
    }

    @Override
    public RecordOutcome read(String id, Duration limit, PageSink sink) {
      throw refused();
    }

    @Override
    public PublishedLine recall(byte[] line) {
      return recall.of(line);
    }
  }
}
