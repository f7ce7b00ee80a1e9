/// Benchmarks of the gateway: one event to many connections beside a bare loop that writes the same
/// bytes, and memory by connections. Clients and the bare loop are C programs of `src/bench/c`,
/// compiled when a benchmark starts, in processes of their own.
@NullMarked
@CheckReturnValue
package dev.parley.bench.fanout;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
