package dev.parley.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.Effect;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.core.event.ThreadState;
import dev.parley.fanout.Publication;
import dev.parley.kernel.AppId;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.AppAuthor;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.DescriptionView;
import dev.parley.protocol.view.FoundChannelView;
import dev.parley.protocol.view.MarkerView;
import dev.parley.protocol.view.MessageContent;
import dev.parley.protocol.view.MessageLines;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.MessageView.Subtype;
import dev.parley.protocol.view.PersonView;
import dev.parley.protocol.view.PostingView;
import dev.parley.protocol.view.PostingView.Level;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.ReactionEventView;
import dev.parley.protocol.view.ReactionView;
import dev.parley.protocol.view.ThreadMarkerView;
import dev.parley.protocol.view.ThreadView;
import dev.parley.protocol.view.UserView;
import dev.parley.protocol.view.UsergroupView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of everything: each view and each event with all that can be in it and with as little as
/// can be, so that what is optional shows.
final class WireSamples {
  static final ObjectMapper JSON = new ObjectMapper();
  static final WorkspaceId ACME = new WorkspaceId(1L << 40);
  static final UserId ALICE = new UserId(2L << 40);
  static final UserId BOB = new UserId(3L << 40);
  static final AppId APP = new AppId(9L << 40);
  static final ChannelId CHANNEL = new ChannelId((4L << 40) + 1);
  static final ChannelId DIRECT = new ChannelId((5L << 40) + 2);
  static final ChannelId GROUP = new ChannelId((6L << 40) + 3);
  static final MessageTs TS = new MessageTs(1_700_000_000_000_000L);
  private static final Instant THEN = Instant.ofEpochSecond(1_700_000_000L);

  private WireSamples() {}

  static List<UserView> users() {
    ProfileText full =
        new ProfileText(
            "Alice",
            "Lead",
            "1",
            "she/her",
            "out",
            ":palm_tree:",
            1_800_000_000,
            "Europe/Vienna",
            "d0123456789a",
            Map.of());
    UserView alice =
        new UserView(
            ACME,
            ALICE,
            "alice",
            "Al",
            full,
            UserView.Standing.OWNER,
            false,
            null,
            false,
            THEN,
            "a@b.c",
            "https://chat.test");
    UserView gone =
        new UserView(
            ACME,
            BOB,
            "bob",
            "",
            ProfileText.named("Bob"),
            UserView.Standing.MEMBER,
            true,
            APP,
            true,
            THEN,
            null,
            null);
    UserView plain =
        new UserView(
            ACME,
            BOB,
            "bob",
            "",
            ProfileText.named("Bob"),
            UserView.Standing.MEMBER,
            false,
            null,
            false,
            THEN,
            null,
            null);
    UserView pictured =
        plain.describedAs("", plain.profile().withFace("Pc0123456789ABC/" + "x".repeat(24)), THEN);
    UserView admin = plain.standingAs(UserView.Standing.ADMIN, false, THEN);
    UserView guest = plain.standingAs(UserView.Standing.GUEST, false, THEN);
    return List.of(alice, gone, plain, pictured, admin, guest);
  }

  static List<UsergroupView> usergroups() {
    UsergroupView.Stamp stamp = new UsergroupView.Stamp(ALICE, THEN);
    UsergroupView active =
        new UsergroupView(
            ACME,
            new UsergroupId(7L << 40),
            "Crew",
            "crew",
            "",
            List.of(CHANNEL),
            List.of(BOB),
            stamp,
            stamp,
            null);
    UsergroupView disabled =
        new UsergroupView(
            ACME,
            active.id(),
            "Crew",
            "crew",
            "",
            List.of(CHANNEL),
            List.of(BOB),
            stamp,
            stamp,
            stamp);
    return List.of(active, disabled);
  }

  static List<PersonView> people() {
    return users().stream().map(PersonView::new).toList();
  }

  static List<ChannelView> channels() {
    return List.of(
        channel(CHANNEL, "general", true, "News", List.of()),
        channel(CHANNEL, "plain", false, "", List.of()),
        restricted(Level.ADMIN, Level.EVERYBODY),
        restricted(Level.OWNER, Level.REGULAR),
        restricted(Level.REGULAR, Level.OWNER),
        restricted(Level.EVERYBODY, Level.ADMIN),
        channel(DIRECT, null, false, "", List.of(BOB)),
        channel(GROUP, "mpdm-1", false, "", List.of(BOB)));
  }

  static List<FoundChannelView> foundChannels() {
    return List.of(
        new FoundChannelView(CHANNEL, "general", "News", "For all", 2, false, true),
        new FoundChannelView(CHANNEL, "plain", "", "", 0, true, false));
  }

  /// A private channel that the one who looks is not in.
  private static ChannelView restricted(Level messages, Level replies) {
    PostingView posting = new PostingView(messages, List.of(BOB), replies);
    return new ChannelView(
        ACME,
        CHANNEL,
        "other",
        true,
        false,
        ALICE,
        DescriptionView.NONE,
        DescriptionView.NONE,
        1,
        THEN,
        THEN,
        true,
        false,
        List.of(),
        false,
        posting);
  }

  private static DescriptionView said(String value) {
    return value.isEmpty() ? DescriptionView.NONE : new DescriptionView(value, BOB, THEN);
  }

  private static ChannelView channel(
      ChannelId id, @Nullable String name, boolean isGeneral, String topic, List<UserId> others) {
    return new ChannelView(
        ACME,
        id,
        name,
        false,
        isGeneral,
        ALICE,
        said(topic),
        said(topic),
        2,
        THEN,
        THEN,
        false,
        true,
        others,
        false,
        PostingView.EVERYBODY);
  }

  static List<ConversationView> conversations() {
    return channels().stream()
        .flatMap(
            channel ->
                List.of(TS, MessageTs.ZERO).stream()
                    .map(
                        last ->
                            new ConversationView(
                                channel, 1, 1, last, marker(), closed(last), channel.isGeneral())))
        .toList();
  }

  /// What is left out of conversations.
  static ObjectNode usualConversation() {
    return (ObjectNode) tree(ConversationView.USUAL);
  }

  /// A conversation with what was left out of it.
  static ObjectNode whole(JsonNode conversation) {
    return usualConversation().setAll((ObjectNode) conversation);
  }

  private static @Nullable MessageTs closed(MessageTs last) {
    return last.equals(TS) ? TS : null;
  }

  static MarkerView marker() {
    return new MarkerView(CHANNEL, TS, 1, 0, 1, 0, 0, 0);
  }

  static ThreadMarkerView threadMarker() {
    return new ThreadMarkerView(CHANNEL, TS, true, TS, 1, 1, 0, 1);
  }

  static List<MessageView> messages() {
    MessageView full =
        new MessageView(
            ACME,
            CHANNEL,
            TS,
            ALICE,
            new MessageContent(
                "hello",
                "[{\"type\":\"divider\"}]",
                "[{\"id\":1,\"fallback\":\"hello\"}]",
                null,
                null),
            1,
            Subtype.NONE,
            null,
            new UUID(1, 2),
            new MessageView.Edit(ALICE, TS),
            1,
            thread(),
            List.of(new ReactionView("tada", List.of(BOB))),
            true);
    MessageView joined = MessageLines.of(ACME, CHANNEL, TS, BOB, Subtype.CHANNEL_JOIN, ALICE);
    MessageView left = MessageLines.of(ACME, CHANNEL, TS, BOB, Subtype.CHANNEL_LEAVE, null);
    MessageView removed = MessageLines.of(ACME, CHANNEL, TS, BOB, Subtype.CHANNEL_LEAVE, ALICE);
    List<MessageView> all =
        new ArrayList<>(List.of(full, reply(), pictured(), joined, left, removed));
    for (Subtype subtype : Subtype.values()) {
      if (subtype.number() > Subtype.CHANNEL_LEAVE.number()) {
        all.add(MessageLines.of(ACME, CHANNEL, TS, BOB, subtype, null));
      }
    }
    return all;
  }

  private static AppAuthor app(@Nullable String emoji, @Nullable String image) {
    AppAuthor.Looks looks = new AppAuthor.Looks("Rain", emoji, image);
    return new AppAuthor(APP, "Weather", 1_700_000_000L, looks);
  }

  private static ThreadView.Root thread() {
    return new ThreadView.Root(1, 1, List.of(BOB), TS, 1);
  }

  private static MessageView reply() {
    return reply(app(":rain:", null));
  }

  private static MessageView pictured() {
    return reply(app(null, "https://a.test/b.png"));
  }

  private static MessageView reply(AppAuthor author) {
    return new MessageView(
        ACME,
        CHANNEL,
        TS,
        BOB,
        MessageContent.text("hello").by(author),
        1,
        Subtype.THREAD_BROADCAST,
        null,
        null,
        null,
        0,
        new ThreadView.Reply(TS, ALICE, 1),
        List.of(),
        false);
  }

  static List<Publication> channelEvents() {
    Effect most = Effect.addressing(false, true, ALICE).readBy(ALICE, 0);
    Effect loud = Effect.addressing(false, true, ALICE);
    Effect quiet = Effect.addressing(true, false, BOB);
    MessageView full = messages().getFirst();
    ThreadState state = new ThreadState(TS, thread(), 1);
    ThreadState none =
        new ThreadState(TS, new ThreadView.Root(0, 0, List.of(), MessageTs.ZERO, 1), 0);
    ReactionEventView reaction = new ReactionEventView(CHANNEL, TS, BOB, "tada", ALICE);
    List<Publication> events = new ArrayList<>();
    events.add(MessagePublications.posted(1, full, most, null));
    for (MessageView line : messages().subList(1, messages().size())) {
      events.add(MessagePublications.posted(1, line, Effect.NONE, null));
    }
    events.add(MessagePublications.posted(1, reply(), Effect.NONE, state));
    events.add(MessagePublications.posted(1, pictured(), Effect.NONE, state));
    events.addAll(
        List.of(
            EventPublications.of(1, EventType.REACTION_ADDED, reaction),
            EventPublications.of(1, EventType.REACTION_REMOVED, reaction),
            MessagePublications.changed(1, full, loud),
            MessagePublications.changed(1, full, quiet),
            MessagePublications.changed(1, full, Effect.NONE),
            MessagePublications.deleted(1, CHANNEL, TS, ALICE, 1, quiet, state),
            MessagePublications.deleted(1, CHANNEL, TS, ALICE, 0, Effect.NONE, null),
            MessagePublications.deleted(1, CHANNEL, TS, ALICE, 0, Effect.NONE, none),
            MessagePublications.superseded(1, CHANNEL, TS, 1, most, state),
            MessagePublications.superseded(1, CHANNEL, TS, 1, quiet, null),
            MessagePublications.superseded(1, CHANNEL, TS, 0, Effect.NONE, null),
            ChannelPublications.memberJoined(1, CHANNEL, BOB, ALICE),
            ChannelPublications.memberJoined(1, CHANNEL, BOB, null),
            ChannelPublications.memberLeft(1, CHANNEL, BOB, ALICE),
            ChannelPublications.memberLeft(1, CHANNEL, BOB, null),
            ChannelPublications.channelChanged(1, channels().getFirst()),
            EventPublications.nothing(1)));
    return events;
  }

  static List<Publication> userEvents() {
    return List.of(
        ChannelPublications.channelJoined(1, conversations().getFirst()),
        ChannelPublications.channelJoined(1, conversations().getLast()),
        ChannelPublications.channelLeft(1, CHANNEL, ALICE),
        ChannelPublications.channelLeft(1, CHANNEL, null),
        ChannelPublications.channelMarked(1, marker()),
        EventPublications.mention(1, EventType.MENTION_ADDED, TS, MessageTs.ZERO, marker()),
        EventPublications.mention(1, EventType.MENTION_ADDED, TS, TS, marker()),
        EventPublications.mention(1, EventType.MENTION_REMOVED, TS, MessageTs.ZERO, marker()),
        EventPublications.mention(1, EventType.MENTION_REMOVED, TS, TS, marker()),
        EventPublications.of(1, EventType.THREAD_MARKED, threadMarker()),
        ChannelPublications.channelClosed(1, DIRECT, TS),
        ChannelPublications.channelOpened(1, DIRECT),
        ChannelPublications.channelMuted(1, CHANNEL, true),
        EventPublications.roleChanged(1, users().getFirst(), 1),
        EventPublications.roleChanged(
            1, users().getFirst().standingAs(UserView.Standing.GUEST, false, THEN), 1),
        EventPublications.nothing(1));
  }

  static List<Publication> workspaceEvents() {
    return List.of(
        EventPublications.user(1, EventType.USER_JOINED, users().getFirst()),
        EventPublications.user(1, EventType.USER_CHANGED, users().getFirst()),
        EventPublications.usergroup(1, EventType.SUBTEAM_CREATED, usergroups().getFirst()),
        EventPublications.usergroup(1, EventType.SUBTEAM_UPDATED, usergroups().getFirst()),
        EventPublications.usergroup(1, EventType.SUBTEAM_UPDATED, usergroups().getLast()),
        EventPublications.emoji(1, WireItems.emoji().getFirst()),
        ChannelPublications.channelCreated(1, CHANNEL, "general", ALICE, THEN),
        ChannelPublications.publicChannelChanged(
            1, channels().getFirst(), Subtype.CHANNEL_NAME, ALICE),
        ChannelPublications.publicChannelChanged(
            1, channels().get(2), Subtype.CHANNEL_ARCHIVE, ALICE),
        ChannelPublications.publicChannelGone(1, CHANNEL),
        EventPublications.nothing(1));
  }

  /// A value as it is written; one that holds ready JSON is no tree before that.
  static JsonNode tree(Object value) {
    try {
      return JSON.readTree(JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
