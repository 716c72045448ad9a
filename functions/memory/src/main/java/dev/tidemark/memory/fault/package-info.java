/**
 * Faults at the border of a process: any port is wrapped so that its n-th call fails, loses its
 * answer, or is the last thing that the process did. Calls are counted, so that a test can try
 * every one of them.
 */
@NullMarked
package dev.tidemark.memory.fault;

import org.jspecify.annotations.NullMarked;
