package dev.parley.verify;

import static dev.parley.verify.WireSamples.ACME;
import static dev.parley.verify.WireSamples.ALICE;
import static dev.parley.verify.WireSamples.BOB;
import static dev.parley.verify.WireSamples.CHANNEL;
import static dev.parley.verify.WireSamples.TS;

import dev.parley.core.bookmark.BookmarkEvents;
import dev.parley.core.dnd.DndEvents;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.teamprofile.TeamField;
import dev.parley.core.teamprofile.TeamProfile;
import dev.parley.core.teamprofile.TeamProfileEvents;
import dev.parley.fanout.Publication;
import dev.parley.kernel.BookmarkId;
import dev.parley.kernel.EmojiId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.protocol.view.BookmarkView;
import dev.parley.protocol.view.DndView;
import dev.parley.protocol.view.DraftView;
import dev.parley.protocol.view.EmojiView;
import dev.parley.protocol.view.PinEventView;
import dev.parley.protocol.view.StarEventView;
import java.time.Instant;
import java.util.List;

/// Samples of what people put up and put aside, and how they want to be left alone, for
/// [WireSamples].
final class WireItems {
  private static final long SECONDS = 1_700_000_000L;

  private WireItems() {}

  static List<Publication> channelEvents() {
    return List.of(
        EventPublications.of(
            1, EventType.PIN_ADDED, new PinEventView(CHANNEL, TS, BOB, ALICE, SECONDS)),
        EventPublications.of(
            1, EventType.PIN_REMOVED, new PinEventView(CHANNEL, TS, BOB, ALICE, 0)),
        bookmark(EventType.BOOKMARK_ADDED, bookmarks().getFirst()),
        bookmark(EventType.BOOKMARK_CHANGED, bookmarks().getLast()),
        BookmarkEvents.removed(1, CHANNEL, bookmarks().getFirst().id()));
  }

  static List<Publication> userEvents() {
    return List.of(
        EventPublications.of(1, EventType.DRAFT_CHANGED, drafts().getFirst()),
        EventPublications.of(1, EventType.DRAFT_CHANGED, drafts().getLast()),
        EventPublications.of(1, EventType.STAR_ADDED, new StarEventView(CHANNEL, TS, SECONDS)),
        EventPublications.of(
            1, EventType.STAR_ADDED, new StarEventView(CHANNEL, MessageTs.ZERO, SECONDS)),
        EventPublications.of(1, EventType.STAR_REMOVED, new StarEventView(CHANNEL, TS, 0)),
        EventPublications.of(
            1, EventType.STAR_REMOVED, new StarEventView(CHANNEL, MessageTs.ZERO, 0)),
        DndEvents.event(1, EventType.DND_UPDATED, ALICE, dnd().getFirst()));
  }

  static TeamField teamField() {
    return new TeamField(
        new ProfileFieldId(7L << 40), "Team", "", TeamField.Type.TEXT, List.of(), false);
  }

  /// What a person and what others see of when the person is not to be disturbed.
  static List<DndView> dnd() {
    return List.of(
        new DndView(true, SECONDS, SECONDS, new DndView.Snooze(SECONDS, 60)),
        new DndView(false, DndView.NEVER, DndView.NEVER, DndView.AWAKE),
        new DndView(true, SECONDS, SECONDS, null));
  }

  static List<Publication> workspaceEvents() {
    return List.of(
        DndEvents.event(1, EventType.DND_UPDATED_USER, BOB, dnd().getLast()),
        TeamProfileEvents.event(1, new TeamProfile(List.of(teamField()))));
  }

  static List<BookmarkView> bookmarks() {
    Instant then = Instant.ofEpochSecond(SECONDS);
    BookmarkId id = new BookmarkId(8L << 40);
    return List.of(
        new BookmarkView(ACME, id, CHANNEL, "Wiki", "https://a.test", "", ALICE, then, null),
        new BookmarkView(ACME, id, CHANNEL, "Wiki", "https://a.test", ":eyes:", ALICE, then, then));
  }

  private static Publication bookmark(EventType type, BookmarkView bookmark) {
    return EventPublications.of(1, type, BookmarkEvents.fields(bookmark));
  }

  static List<EmojiView> emoji() {
    EmojiId id = new EmojiId(1);
    return List.of(
        new EmojiView(id, "parrot", null, "/pictures/x", null, ALICE, false),
        new EmojiView(id, "parrot", "bird", "/pictures/x", null, ALICE, false),
        new EmojiView(id, "parrot", null, null, "tada", ALICE, true));
  }

  static List<DraftView> drafts() {
    return List.of(
        new DraftView(CHANNEL, MessageTs.ZERO, "", TS), new DraftView(CHANNEL, TS, "hel", TS));
  }
}
