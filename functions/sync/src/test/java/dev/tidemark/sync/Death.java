package dev.tidemark.sync;

import dev.tidemark.memory.fault.Fault;

/**
 * The end of a process at one of its calls.
 *
 * @param api whether it is a call of the API; otherwise it is one of everything else
 * @param call from 1
 */
record Death(boolean api, int call, Fault fault) {}
