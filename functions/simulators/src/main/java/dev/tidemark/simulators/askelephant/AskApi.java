package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.credential.Grant;
import dev.tidemark.simulators.credential.GrantFault;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.Vendor;
import java.util.Set;

/** Answers requests to AskElephant: the door first, then lists, singles and tokens. */
final class AskApi implements Vendor {
  private final Dataset dataset;
  private final AskScopes scopes;
  private final TokenLedger tokens;
  private final AskGate gate;
  private final AskLists lists;

  AskApi(Dataset dataset, AskScopes scopes, TokenLedger tokens) {
    this.dataset = dataset;
    this.scopes = scopes;
    this.tokens = tokens;
    this.gate = new AskGate(tokens);
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
    return stopped == null ? answer(request, due, route) : stopped;
  }

  private Reply answer(Request request, Due due, AskRoute route) {
    return switch (route) {
      case AskRoute.ListOf(String resource) ->
          scopes.has(AskScopes.reading(resource))
              ? lists.answer(request, due, dataset.collection(resource))
              : AskProblem.forbidden(AskScopes.reading(resource)).reply(request.number());
      case AskRoute.OneOf(String resource, String id) ->
          scopes.has(AskScopes.reading(resource))
              ? single(request, resource, id)
              : AskProblem.forbidden(AskScopes.reading(resource)).reply(request.number());
      case AskRoute.Token() -> granted(request);
      case AskRoute.Unknown(String path) -> AskProblem.notFound(path).reply(request.number());
    };
  }

  /** The bare object (askelephant 2.6). */
  private Reply single(Request request, String resource, String id) {
    if (request.query().surplus(Set.of()) != null) {
      return AskProblem.badRequest("Unknown query parameter.").reply(request.number());
    }
    Row row = dataset.collection(resource).find(id);
    return row == null || !scopes.shows(row)
        ? AskProblem.notFound(id).reply(request.number())
        : Reply.of(200, "application/json", row.json().toString());
  }

  /** A form, and errors 400 and 401 (askelephant 2.1); what the answer holds is RFC 6749's. */
  private Reply granted(Request request) {
    Grant grant = Grant.form(request);
    GrantFault fault =
        Grant.fault(grant, AskElephant.CLIENT_ID, AskElephant.CLIENT_SECRET, scopes::has);
    if (fault != null) {
      AskProblem problem =
          fault.status() == 401
              ? AskProblem.unauthorized(fault.message())
              : AskProblem.badRequest(fault.message());
      return problem.reply(request.number());
    }
    String scope = grant == null || grant.scope() == null ? "" : grant.scope();
    return tokens.grant(scope, request.at());
  }
}
