package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.traversal.Gate;
import dev.tidemark.memory.InMemoryBindings;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be read is decided before a run is claimed. */
class GateTest {
  private static final String ORIGIN = "https://api.example.com";
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final InMemoryBindings bindings = new InMemoryBindings();

  /** An API that tells one thing after the other. */
  private record Answered(Deque<AccountOutcome> outcomes) implements AccountReader {
    static Answered of(AccountOutcome... outcomes) {
      return new Answered(new ArrayDeque<>(List.of(outcomes)));
    }

    @Override
    public String origin() {
      return ORIGIN;
    }

    @Override
    public AccountOutcome read(Duration limit) {
      return outcomes.removeFirst();
    }
  }

  private static AccountOutcome known(String id) {
    return new AccountOutcome.Known(new Account(ORIGIN, id));
  }

  private void bind(Account account) {
    bindings.replace("acme", null, Binding.first(account));
  }

  @Test
  void another_account_at_the_same_place_is_refused() throws InterruptedException {
    bind(new Account(ORIGIN, "123"));
    assertThat(new Gate("acme", Answered.of(known("7")), bindings).refusal(LIMIT))
        .isEqualTo(
            "connection acme belongs to https://api.example.com (account 123), not to"
                + " https://api.example.com (account 7); name another with --connection, or"
                + " rebind");
    assertThat(new Gate("acme", Answered.of(known("123")), bindings).refusal(LIMIT)).isEmpty();
  }

  @Test
  void another_place_is_refused_without_asking_there() throws InterruptedException {
    bind(new Account("https://sandbox.example.com", "123"));
    assertThat(new Gate("acme", Answered.of(), bindings).refusal(LIMIT))
        .contains("belongs to https://sandbox.example.com (account 123)");
  }

  @Test
  void an_account_is_asked_for_once_by_a_leg_that_looks_twice() throws InterruptedException {
    Gate gate = new Gate("acme", Answered.of(known("123")), bindings);
    assertThat(gate.refusal(LIMIT)).isEmpty();
    bind(new Account(ORIGIN, "7"));
    assertThat(gate.refusal(LIMIT)).contains("(account 7), not to");
  }

  @Test
  void an_account_that_cannot_be_told_refuses_nothing_yet() throws InterruptedException {
    bind(new Account(ORIGIN, "123"));
    AccountOutcome down =
        new AccountOutcome.Unknown(new PageOutcome.Unavailable("answered 503", null));
    assertThat(new Gate("acme", Answered.of(down), bindings).refusal(LIMIT)).isEmpty();
  }
}
