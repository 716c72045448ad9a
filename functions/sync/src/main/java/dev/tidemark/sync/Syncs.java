package dev.tidemark.sync;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.traversal.Leg;
import dev.tidemark.rest.Connection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.event.Event;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.event.EventWriter;
import dev.tidemark.sync.event.LegStory;
import dev.tidemark.sync.status.OperatorActions;
import dev.tidemark.sync.status.Rebinding;
import dev.tidemark.sync.status.Standings;
import dev.tidemark.sync.wiring.Wiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries an event out: runs the leg that it asks for and asks for the next one. */
final class Syncs {
  private final Wiring wiring;
  private final Map<String, String> settings;
  private final int slices;

  Syncs(Wiring wiring) {
    this(wiring, Map.of(), wiring.limits().slices());
  }

  /**
   * The same for events that ask by {@code settings} of their own.
   *
   * @param slices of a run that they begin that may walk beside each other
   */
  private Syncs(Wiring wiring, Map<String, String> settings, int slices) {
    this.wiring = wiring;
    this.settings = settings;
    this.slices = slices;
  }

  /** What became of an event: one answer, or one for each resource that was sent for. */
  Answer run(Event event, Invocation invocation) throws InterruptedException {
    return switch (event) {
      case Event.Sync sync when sync.isForEvery() ->
          throw new EventException(
              "resource \""
                  + sync.resource()
                  + "\" is sent to each resource's own function by the function Sweep; send the"
                  + " event to that");
      case Event.Sync sync ->
          leg(
              key(sync).beside(Variants.of(sync)),
              new RunRequest(sync.mode(), sync.from(), sync.until(), sync.maxRecords(), List.of()),
              sync.scheduledTime() == null ? Trigger.OPERATOR : Trigger.SCHEDULE,
              invocation);
      case Event.Backfill backfill ->
          leg(
              key(backfill.resource(), backfill.from(), backfill.until())
                  .beside(
                      Variants.of(
                          "range",
                          List.of(backfill.from().toString(), String.valueOf(backfill.until())))),
              new RunRequest(Mode.BACKFILL, backfill.from(), backfill.until(), null, List.of()),
              Trigger.OPERATOR,
              invocation);
      case Event.Refresh(String resource, List<String> ids) ->
          leg(
              single(resource).beside(Variants.of("refresh", ids)),
              RunRequest.refresh(ids),
              Trigger.OPERATOR,
              invocation);
      case Event.With(Event run, Map<String, String> own) -> with(own).run(run, invocation);
      case Event.Sliced(Event run, String resource, int many) ->
          inSlices(resource, many).run(run, invocation);
      case Event.Continue(String connection, String resource) -> {
        requireOwn(connection);
        yield goOnWith(variant(resource), invocation);
      }
      case Event.Operate(var verb, String resource) ->
          new OperatorActions(wiring, key -> goOnWith(key, invocation))
              .apply(verb, resource, invocation.owner());
      case Event.Rebind(boolean sameAccount) ->
          new Rebinding(wiring).apply(sameAccount, invocation.owner());
      case Event.Status(String resource) -> new Standings(wiring).of(resource);
    };
  }

  /** Settings that make no sense are refused before anything is begun or sent. */
  private Syncs with(Map<String, String> own) {
    require(_ -> wiring.source().with(own));
    return new Syncs(wiring, own, slices);
  }

  private Syncs inSlices(String resource, int many) {
    require(definition -> definition.requireSlices(resource));
    if (many > wiring.limits().slices()) {
      throw new EventException(
          "slices: "
              + many
              + " is more than the parameter Slices of the stack allows, which is "
              + wiring.limits().slices()
              + "; raise it there");
    }
    return new Syncs(wiring, settings, many);
  }

  private Answer goOnWith(ResourceKey key, Invocation invocation) throws InterruptedException {
    if (key.isSlice()) {
      SlicedRuns sliced = sliced(invocation);
      RunRequest request = sliced.request(key);
      return request == null
          ? Answer.of(key, new LegOutcome.Nothing())
          : new Syncs(wiring, request.settings(), 1)
              .leg(key, request, sliced.trigger(key), invocation);
    }
    return leg(key, RunRequest.of(Mode.INCREMENTAL), Trigger.CONTINUATION, invocation);
  }

  private Answer leg(ResourceKey key, RunRequest request, Trigger trigger, Invocation invocation)
      throws InterruptedException {
    if (isHeldBack(key)) {
      return Answer.of(key, new LegOutcome.Paused());
    }
    Ports ports = wiring.ports(key);
    Progress unfinished = wiring.persistence().states().read(key).phase().unfinished();
    Map<String, String> own = unfinished == null ? settings : unfinished.run().settingsByKey();
    if (!settings.isEmpty() && !settings.equals(own)) {
      return refused(key, own, "cannot be resumed with " + settings, ports);
    }
    Answer instead = sliced(invocation).instead(key, trigger);
    if (instead != null) {
      return instead;
    }
    DescribedSource source;
    try {
      source = trying(key, request, wiring.source().with(own));
    } catch (DefinitionException e) {
      // The definition has changed since the run began.
      return refused(key, own, "do not fit the definition: " + e.getMessage(), ports);
    }
    Claim claim = new Claim(invocation.lease(), trigger, wiring.limits().dead());
    boolean child = source.definition().resource(key.resource()).kin().parent() != null;
    Connection opened =
        wiring.open().asking(source).ranked(RateRank.of(key, request.mode(), child));
    Instant began = wiring.limits().clock().instant();
    try (Transport transport = wiring.transport()) {
      LegOutcome outcome =
          new Leg(
                  source.plan(key).sharing(key.isSlice() ? wiring.limits().slices() : 1),
                  opened.reader(key.resource(), transport, wiring.limits().clock()),
                  ports)
              .behind(wiring.gate(opened, transport))
              .run(
                  claim,
                  request.with(settings).inSlices(slices),
                  invocation.budget(
                      wiring.limits().clock(), wiring.limits().patience(), wiring.limits().stop()));
      goOn(key, outcome, invocation);
      // Last of all: a leg that could not be remembered has done what it had to.
      new LegStory(wiring.persistence().records())
          .add(key, outcome, began, wiring.limits().clock().instant());
      return Answer.of(key, outcome).standing(wiring.persistence().states().read(key));
    } finally {
      opened.leave(wiring.limits().clock());
    }
  }

  /** A trial asks for few records in each of its legs, as many as it was begun for. */
  private DescribedSource trying(ResourceKey key, RunRequest request, DescribedSource source) {
    if (!key.variant().equals(ResourceKey.TRIAL)) {
      return source;
    }
    Progress begun = wiring.persistence().states().read(key).phase().unfinished();
    Long records = begun == null ? request.maxRecords() : begun.run().scope().maxRecords();
    return records == null ? source : source.trying(key.resource(), records);
  }

  /** A run is asked for in one way from its begin to its end. */
  private Answer refused(ResourceKey key, Map<String, String> own, String why, Ports ports) {
    LegOutcome refused =
        new LegOutcome.Refused(
            key
                + " has an unfinished run "
                + (own.isEmpty() ? "without settings of its own" : "with the settings " + own)
                + ", which "
                + why
                + "; let it complete, or cancel it first");
    ports.listener().on(new LegEvent.Ended(refused));
    return Answer.of(key, refused);
  }

  /** A resource that the operator paused starts nothing beside its own runs either. */
  private boolean isHeldBack(ResourceKey key) {
    return !key.variant().isEmpty()
        && wiring.persistence().states().read(key.beside("")).phase() instanceof Phase.Paused;
  }

  private SlicedRuns sliced(Invocation invocation) {
    return new SlicedRuns(wiring, event -> send(event, invocation));
  }

  private void goOn(ResourceKey key, LegOutcome outcome, Invocation invocation) {
    switch (outcome) {
      case LegOutcome.HandedOver _ when sliced(invocation).walks(key) ->
          sliced(invocation).send(key);
      case LegOutcome.HandedOver _ when key.isSlice() -> sliced(invocation).send(key.whole());
      case LegOutcome.HandedOver _ -> send(EventWriter.goOn(key), invocation);
      case LegOutcome.Walked _ -> sliced(invocation).send(key.whole());
      case LegOutcome.Failed _ when key.isSlice() -> sliced(invocation).send(key.whole());
      case LegOutcome.Waiting(var _, Instant until, var _) -> {
        // An invocation that starts now waits until then; otherwise the sweep finds the run.
        if (fitsSuccessor(until, invocation)) {
          send(EventWriter.goOn(key), invocation);
        }
      }
      case LegOutcome.Completed _ -> wiring.tables().published(key);
      case LegOutcome.NotDue _,
          LegOutcome.Failed _,
          LegOutcome.Refused _,
          LegOutcome.Held _,
          LegOutcome.Fenced _,
          LegOutcome.Paused _,
          LegOutcome.Nothing _ -> {}
    }
  }

  private boolean fitsSuccessor(Instant until, Invocation invocation) {
    return invocation
        .successor(wiring.limits().clock().instant())
        .budget(wiring.limits().clock(), wiring.limits().patience(), wiring.limits().stop())
        .fits(until);
  }

  private void send(String event, Invocation invocation) {
    wiring.invoker(invocation.functionArn()).send(event);
  }

  private void requireOwn(@Nullable String connection) {
    if (connection != null && !connection.equals(wiring.connection())) {
      throw new EventException(
          "connection \""
              + connection
              + "\" is not that of this function, which syncs \""
              + wiring.connection()
              + "\"; send the event to a function of the other stack");
    }
  }

  private ResourceKey key(Event.Sync sync) {
    if (sync.mode() == Mode.RECONCILE) {
      require(definition -> definition.requireReconcile(sync.resource()));
    }
    return key(sync.resource(), sync.from(), sync.until());
  }

  private ResourceKey single(String resource) {
    require(definition -> definition.requireSingle(resource));
    return ResourceKey.of(wiring.connection(), resource);
  }

  private ResourceKey key(String resource, @Nullable Instant from, @Nullable Instant until) {
    // Names the resources that exist, instead of complaining about the form of a key.
    require(definition -> definition.requireBounds(resource, from != null, until != null));
    return ResourceKey.of(wiring.connection(), resource);
  }

  /** What a definition refuses, an event must not ask for. */
  private void require(Consumer<Definition> requirement) {
    try {
      requirement.accept(wiring.source().definition());
    } catch (DefinitionException e) {
      throw new EventException(String.valueOf(e.getMessage()));
    }
  }

  /** Reads the sort key of a resource or of a run beside it. */
  private ResourceKey variant(String sortKey) {
    ResourceKey resource = key(sortKey.split("#", 2)[0], null, null);
    try {
      return ResourceKey.parse(resource.connection(), sortKey);
    } catch (IllegalArgumentException e) {
      throw new EventException(String.valueOf(e.getMessage()));
    }
  }
}
