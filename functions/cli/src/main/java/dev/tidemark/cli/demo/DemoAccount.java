package dev.tidemark.cli.demo;

import dev.tidemark.rest.SourceConnection;
import dev.tidemark.simulators.Simulator;
import java.util.List;

/** An account of a built-in source at its simulated API, and what happens to it in the story. */
sealed interface DemoAccount permits LevAccount, AskElephantAccount, ZendeskAccount {
  /** The source's name, which is the connection's too. */
  String name();

  Simulator simulator();

  /** The connection that a run of it has. */
  SourceConnection open();

  /** Resources that are run at a time. */
  int workers();

  /** Every resource that lands. */
  List<String> resources();

  /** What the account holds now of {@code resource}. */
  Truth truth(String resource);

  /** Records that were edited or added during a walk, since this was last asked. */
  int moved();

  /** Changes some records as their users would. */
  void change();

  /** Lets records vanish without a trace, and changes some whose time stays. */
  void vanish();

  /** The events that find what {@link #vanish} did, and one that goes beside. */
  List<String> errands();
}
