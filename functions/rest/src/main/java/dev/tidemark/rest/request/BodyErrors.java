package dev.tidemark.rest.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.BodyError;
import dev.tidemark.rest.definition.Errors;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.json.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer with a status of success says of itself: GraphQL and its like report their
 * failures so. The definition's words decide; without a word, an answer that names an error and
 * holds no records, or holds what is none, is no page of a list, and still less its end.
 */
public final class BodyErrors {
  /** Members that usually hold an error, and those that usually say that all went well. */
  private static final List<String> ERRORS = List.of("errors", "error");

  private static final List<String> FLAGS = List.of("success", "ok");

  private final Errors errors;
  private final Session session;
  private final Refusals refusals;

  /** Reads what the answers to {@code session} say of themselves. */
  public BodyErrors(Session session, Refusals refusals) {
    this.errors = session.definition().answers().errors();
    this.session = session;
    this.refusals = refusals;
  }

  /** The members that have to be looked at, each by its names. */
  public List<List<String>> lookedAt() {
    List<List<String>> paths = new ArrayList<>();
    errors.body().forEach(word -> paths.add(word.path().names()));
    errors.message().forEach(path -> paths.add(path.names()));
    errors.retryAfter().forEach(path -> paths.add(path.names()));
    Stream.of(ERRORS, FLAGS, ErrorBody.usual())
        .flatMap(List::stream)
        .forEach(name -> paths.add(List.of(name)));
    return paths.stream().distinct().toList();
  }

  /**
   * The outcome that the answer states for itself; null where its records count.
   *
   * @param id the vendor's id of the request
   */
  public @Nullable PageOutcome refusal(
      String place, Envelope envelope, Response answer, @Nullable String id) {
    for (BodyError word : errors.body()) {
      if (says(word, envelope) && word.means() != BodyError.Means.IGNORED) {
        return meant(word, place, envelope, answer, id);
      }
    }
    String name = undeclared(envelope);
    return name == null || good(envelope)
        ? null
        : new PageOutcome.Refused(
            sentence(place, MemberPath.to(name), envelope, answer.status())
                + "; nothing in it counts: declare what that means as errors.body: [{path: "
                + name
                + ", means: …}], with failed, throttled, partial or ignored",
            id);
  }

  /** What to report of an answer whose records count. */
  public Warnings warnings(Envelope envelope) {
    return Warnings.of(Warning.ERRORS_BESIDE_RECORDS, undeclared(envelope) == null ? 0 : 1);
  }

  private PageOutcome meant(
      BodyError word, String place, Envelope envelope, Response answer, @Nullable String id) {
    String sentence = sentence(place, word.path(), envelope, answer.status());
    return switch (word.means()) {
      case PARTIAL ->
          new PageOutcome.Unavailable(sentence + ", so that the answer is not whole", id);
      case THROTTLED -> {
        ErrorBody body = new ErrorBody(envelope.remarks(), session.redactor());
        yield refusals.throttled(answer, body, message(word.path(), body, envelope), id);
      }
      case FAILED, IGNORED -> new PageOutcome.Refused(sentence, id);
    };
  }

  /** Whether there are records, and nothing else in their list. */
  private static boolean good(Envelope envelope) {
    return envelope.hadRecords() && envelope.count() > 0 && envelope.odd() == 0;
  }

  private boolean says(BodyError word, Envelope envelope) {
    JsonNode value = at(word.path(), envelope);
    return word.equals().isEmpty()
        ? !isEmpty(value)
        : value != null && value.isValueNode() && word.equals().contains(value.asText());
  }

  /** The member that names an error of which the definition says nothing; null for none. */
  private @Nullable String undeclared(Envelope envelope) {
    if (envelope.remarks().isEmpty()) {
      return null;
    }
    return Stream.concat(
            ERRORS.stream().filter(name -> !isEmpty(at(MemberPath.to(name), envelope))),
            FLAGS.stream().filter(name -> isFalse(at(MemberPath.to(name), envelope))))
        .filter(name ->
            errors.body().stream()
                .noneMatch(word -> word.path().equals(MemberPath.to(name)) && says(word, envelope)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable JsonNode at(MemberPath path, Envelope envelope) {
    JsonNode node = envelope.remarks();
    for (String name : path.names()) {
      node = node == null ? null : node.get(name);
    }
    return node;
  }

  private static boolean isEmpty(@Nullable JsonNode value) {
    return value == null
        || value.isNull()
        || isFalse(value)
        || (value.isContainerNode() ? value.isEmpty() : value.asText().matches("0?"));
  }

  private static boolean isFalse(@Nullable JsonNode value) {
    return value != null && value.isValueNode() && value.asText().equals("false");
  }

  private String sentence(String place, MemberPath path, Envelope envelope, int status) {
    ErrorBody body = new ErrorBody(envelope.remarks(), session.redactor());
    JsonNode value = at(path, envelope);
    String message = message(path, body, envelope);
    String text = value == null ? "" : value.asText();
    String stated =
        text.equals("false") || text.equals("true")
            ? " is " + text + (message.isEmpty() ? "" : ": " + message)
            : " says: " + message;
    return session.redactor().hide(place)
        + ": the answer has status "
        + status
        + " but its "
        + path
        + stated;
  }

  private String message(MemberPath path, ErrorBody body, Envelope envelope) {
    JsonNode value = at(path, envelope);
    List<MemberPath> paths = new ArrayList<>(errors.message());
    paths.addAll(List.of(path.and("message"), path.and("detail"), path.and("title")));
    String message = body.message(paths);
    if (!message.isEmpty() || value == null || value.isBoolean()) {
      return message;
    }
    String own = body.clean(path);
    return own == null ? session.redactor().clean(value.toString()) : own;
  }
}
