package dev.tidemark.rest;

import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import java.time.InstantSource;

/** A connection as a leg works through it: what it asks for, and what reads it. */
public sealed interface Connection permits SourceConnection, UnaskedConnection {
  /** What can be known of it without its credential. */
  DescribedSource source();

  /** The same connection, which is asked for {@code other}. */
  Connection asking(DescribedSource other);

  /** The same connection, whose calls have {@code rank} where not all can be made. */
  Connection ranked(RateRank rank);

  /** Leaves to others what it was given of the account's rate, until it is asked again. */
  void leave(InstantSource clock);

  /** Reads {@code name}, its pages and its single records, and its published lines back. */
  SourceReader reader(String name, Transport transport, InstantSource clock);

  /** Tells whose data it shows. */
  AccountReader account(Transport transport, InstantSource clock);
}
