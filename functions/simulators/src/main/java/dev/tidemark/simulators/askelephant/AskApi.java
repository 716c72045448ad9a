package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.Vendor;

/** Answers requests to AskElephant: the door first, then lists and singles. */
final class AskApi implements Vendor {
  private final Dataset dataset;
  private final AskScopes scopes;
  private final AskGate gate;
  private final AskGrants grants;
  private final AskLists lists;

  AskApi(Dataset dataset, AskScopes scopes, TokenLedger tokens) {
    this.dataset = dataset;
    this.scopes = scopes;
    this.gate = new AskGate(tokens);
    this.grants = new AskGrants(scopes, tokens);
    this.lists = new AskLists(scopes);
  }

  @Override
  public String resource(String path) {
    return AskRoute.of(path).resource();
  }

  @Override
  public Reply answer(Request request, Due due) {
    AskRoute route = AskRoute.of(request.path());
    Reply stopped = gate.stop(request, route, due);
    Reply reply = stopped == null ? answer(request, due, route) : stopped;
    return reply.with("X-Api-Version", "v2");
  }

  private Reply answer(Request request, Due due, AskRoute route) {
    return switch (route) {
      case AskRoute.ListOf(String resource) ->
          scopes.has(AskScopes.reading(resource))
              ? lists.answer(request, due, resource, dataset.collection(resource))
              : AskProblem.forbidden(AskScopes.reading(resource)).reply(request.number());
      case AskRoute.OneOf(String resource, String id) ->
          scopes.has(AskScopes.reading(resource))
              ? single(request, resource, id)
              : AskProblem.forbidden(AskScopes.reading(resource)).reply(request.number());
      case AskRoute.Token() -> grants.answer(request);
      case AskRoute.Unknown(String path) -> AskProblem.notFound(path).reply(request.number());
    };
  }

  /** The bare object (askelephant 2.6) with an ETag (2.4). */
  private Reply single(Request request, String resource, String id) {
    Row row = dataset.collection(resource).find(id);
    if (row == null || !scopes.shows(row)) {
      return AskProblem.notFound(id).reply(request.number());
    }
    if (!request.query().parameters().isEmpty()) {
      return AskProblem.badRequest("Unknown query parameter.").reply(request.number());
    }
    String tag = '"' + Integer.toHexString(row.json().hashCode()) + '"';
    return Reply.of(200, "application/json", row.json().toString()).with("ETag", tag);
  }
}
