package dev.parley.storage.writer;

import dev.parley.fanout.Publication;
import dev.parley.kernel.StreamKey;
import java.util.function.Supplier;

/// An event that is durable now and has yet to be published.
///
/// @param publication makes its published form from what the commit loop had in memory
public record CommittedEvent(StreamKey stream, long offset, Supplier<Publication> publication) {}
