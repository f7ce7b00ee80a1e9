package dev.parley.storage.writer;

/// What the `event` table keeps of an event: ids and numbers, 0 where there is none.
///
/// @param type the event type's number
/// @param actor who did it
/// @param ts the message it is about, in microseconds
/// @param subject the person or channel it is about; for an event of a message, how it changes
///     whether everybody is addressed
/// @param number message number, revision or the like, by type
public record EventFact(short type, long actor, long ts, long subject, long number) {}
