package dev.tidemark.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.state.Account;
import dev.tidemark.core.state.Binding;
import dev.tidemark.core.state.Bindings;
import org.junit.jupiter.api.Test;

/** What {@link Bindings} owe. */
public abstract class BindingsContract {
  private static final Account SANDBOX = new Account("https://sandbox.example.com", null);
  private static final Account LIVE = new Account("https://api.example.com/v2", "account-7");

  private final String connection = OwnKey.draw().connection();

  /** A client of the bindings as another invocation has it: all of them see the same. */
  protected abstract Bindings connect();

  @Test
  void a_connection_is_bound_to_nothing_at_first() {
    assertThat(connect().read(connection)).isNull();
  }

  @Test
  void a_binding_is_read_as_it_was_stored_and_may_be_replaced() {
    Binding first = Binding.first(SANDBOX);
    assertThat(connect().replace(connection, null, first)).isTrue();
    assertThat(connect().read(connection)).isEqualTo(first);
    assertThat(connect().replace(connection, first, first.to(LIVE))).isTrue();
    assertThat(connect().read(connection)).isEqualTo(new Binding(2, LIVE));
    assertThat(connect().read(OwnKey.draw().connection())).isNull();
  }

  @Test
  void of_two_that_build_on_the_same_binding_one_is_refused() {
    Binding first = Binding.first(SANDBOX);
    connect().replace(connection, null, first);
    assertThat(connect().replace(connection, null, Binding.first(LIVE))).isFalse();
    assertThat(connect().read(connection)).isEqualTo(first);
    connect().replace(connection, first, first.to(LIVE));
    assertThat(connect().replace(connection, first, first.to(SANDBOX))).isFalse();
    assertThat(connect().read(connection)).isEqualTo(new Binding(2, LIVE));
  }
}
