package dev.tidemark.rest.request;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.state.Account;
import dev.tidemark.rest.definition.BaseUrl;
import java.time.Duration;

/** The account of an API that says nothing of whose it shows: its address is all there is. */
public record AddressAccount(BaseUrl baseUrl) implements AccountReader {
  @Override
  public String origin() {
    return baseUrl.address();
  }

  @Override
  public AccountOutcome read(Duration limit) {
    return new AccountOutcome.Known(new Account(origin(), null));
  }
}
