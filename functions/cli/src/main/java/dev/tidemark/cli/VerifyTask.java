package dev.tidemark.cli;

import dev.tidemark.cli.verify.LossRule;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.Way;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is compared with what.
 *
 * @param landed what is published, as it was when this was made
 * @param books what was kept of it before that
 * @param rule what a difference means
 * @param api how the API is asked
 * @param temporary an existing folder
 * @param now when the command began
 */
record VerifyTask(
    LandedResource landed,
    Books books,
    LossRule rule,
    Api api,
    String source,
    String scope,
    Path temporary,
    Instant now) {
  /**
   * What is kept beside what is published.
   *
   * @param state of the resource
   * @param index of what is published; null while a run is being published
   */
  record Books(ResourceState state, @Nullable PublishedIndex index) {}

  /**
   * How the API is asked.
   *
   * @param binding the account that may be read; null where none is bound
   * @param err takes the progress
   */
  record Api(
      SourceConnection connection,
      Way way,
      @Nullable Binding binding,
      PrintWriter err,
      Interruption interruption) {}

  Definition definition() {
    return api.connection().definition();
  }

  /** A folder to read the API into. */
  SecondHome second() {
    return SecondHome.in(
        temporary, api.connection(), api.way(), api.binding(), api.err(), api.interruption());
  }
}
