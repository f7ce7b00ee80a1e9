/// Benchmarks: programs with a `main` that print a table; run on demand, never as tests. Figures
/// and how to repeat them are in `docs/benchmarks.md`.
@NullMarked
@CheckReturnValue
package dev.parley.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
