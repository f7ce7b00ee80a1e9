package dev.parley.verify;

import static dev.parley.verify.WireSamples.ACME;
import static dev.parley.verify.WireSamples.ALICE;
import static dev.parley.verify.WireSamples.CHANNEL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.core.event.ChannelPublications;
import dev.parley.core.event.Effect;
import dev.parley.core.event.EventPublications;
import dev.parley.core.event.EventType;
import dev.parley.core.event.MessagePublications;
import dev.parley.fanout.Publication;
import dev.parley.gateway.rtm.RtmEvent;
import dev.parley.gateway.rtm.RtmTranslator;
import dev.parley.kernel.StreamKey;
import dev.parley.protocol.view.ChannelView;
import dev.parley.protocol.view.ConversationView;
import dev.parley.protocol.view.DescriptionView;
import dev.parley.protocol.view.MessageLines;
import dev.parley.protocol.view.MessageView;
import dev.parley.protocol.view.MessageView.Subtype;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What RTM clients are told of everything that can happen.
final class RtmTranslatorTest {
  private static final long NOW = 1_800_000_000_000_001L;
  private static final List<String> OWN =
      List.of("\"number\"", "author_read", "everybody", "\"thread\"", "\"offset\"", "revision");

  @ParameterizedTest
  @EnumSource(EventType.class)
  void whatBecomesOfEveryTypeIsDecided(EventType type) {
    assertThat(RtmTranslator.isDecided(type.wireName()))
        .as("RtmTranslator: what RTM clients are told of " + type.wireName())
        .isTrue();
  }

  @Test
  void everySampleIsToldWithoutWhatOnlyThePageKnows() {
    Set<String> types = new LinkedHashSet<>();
    for (Publication sample : samples()) {
      for (RtmEvent event : translator(CHANNEL.value()).translate(sample.event(), NOW)) {
        JsonNode told = WireSamples.json(event.json());
        String text = new String(event.json(), UTF_8);
        types.add(told.path("type").asText() + told.path("subtype").asText(""));
        assertThat(told.path("event_ts").asText()).as(text).isNotEmpty();
        assertThat(text).startsWith("{").doesNotContain("\"user\":null", "\"bot_id\":null");
        OWN.forEach(field -> assertThat(text).doesNotContain(field));
      }
    }
    assertThat(types)
        .contains(
            "message",
            "messagechannel_join",
            "messagethread_broadcast",
            "messagemessage_changed",
            "messagemessage_deleted",
            "reaction_added",
            "reaction_removed",
            "member_joined_channel",
            "member_left_channel",
            "channel_joined",
            "group_joined",
            "im_created",
            "channel_left",
            "channel_marked",
            "im_open",
            "im_close",
            "team_join",
            "user_change",
            "emoji_changedadd",
            "channel_created",
            "subteam_created",
            "subteam_updated",
            "pin_added",
            "star_added",
            "dnd_updated",
            "dnd_updated_user",
            "team_profile_change");
  }

  @Test
  void programsAreToldOfAConversationWhatTheWireLeavesOut() {
    List<JsonNode> joined =
        WireSamples.userEvents().stream()
            .flatMap(sample -> tell(translator(CHANNEL.value()), sample))
            .filter(event -> event.path("type").asText().equals("channel_joined"))
            .map(event -> event.path("channel"))
            .toList();

    assertThat(joined)
        .isNotEmpty()
        .allSatisfy(
            channel -> {
              assertThat(channel.path("last_read").isTextual()).isTrue();
              assertThat(channel.path("topic").path("last_set").isInt()).isTrue();
              for (String field : List.of("is_archived", "is_im", "is_mpim", "is_private")) {
                assertThat(channel.path(field).isBoolean()).as(field).isTrue();
              }
            });
  }

  @Test
  void whoComesIntoAChannelIsToldWhoSetItsTopicAndWhen() {
    ConversationView described =
        WireSamples.conversations().stream()
            .filter(conversation -> conversation.channel().topic().by() != null)
            .findFirst()
            .orElseThrow();
    DescriptionView topic = described.channel().topic();

    JsonNode told = one(ChannelPublications.channelJoined(1, described)).path("channel");

    assertThat(told.path("topic").path("value").asText()).isEqualTo(topic.value());
    assertThat(told.path("topic").path("creator").asText()).isEqualTo(String.valueOf(topic.by()));
    assertThat(told.path("topic").path("last_set").asLong()).isPositive();
  }

  @Test
  void aDeletedRootWithRepliesBecomesATombstone() {
    List<JsonNode> told =
        WireSamples.channelEvents().stream()
            .flatMap(sample -> tell(translator(CHANNEL.value()), sample))
            .filter(event -> event.path("message").path("subtype").asText().equals("tombstone"))
            .toList();

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().path("subtype").asText()).isEqualTo("message_changed");
    assertThat(told.getFirst().path("message").path("reply_count").asInt()).isEqualTo(1);
    assertThat(told.getFirst().path("message").path("user").asText()).isEqualTo("USLACKBOT");
  }

  @Test
  void aDeletionNamesTheMessageAndAReactionItsItem() {
    JsonNode deleted =
        one(MessagePublications.deleted(1, CHANNEL, WireSamples.TS, ALICE, 1, Effect.NONE, null));
    JsonNode reaction =
        WireSamples.channelEvents().stream()
            .flatMap(sample -> tell(translator(CHANNEL.value()), sample))
            .filter(event -> event.path("type").asText().equals("reaction_added"))
            .findFirst()
            .orElseThrow();

    assertThat(deleted.path("deleted_ts").asText()).isEqualTo(WireSamples.TS.toString());
    assertThat(deleted.path("ts").asText()).isEqualTo("1800000000.000001");
    assertThat(deleted.path("hidden").asBoolean()).isTrue();
    assertThat(reaction.path("item").path("type").asText()).isEqualTo("message");
    assertThat(reaction.path("item").path("channel").asText()).isEqualTo(CHANNEL.toString());
    assertThat(reaction.path("item_user").asText()).isEqualTo(ALICE.toString());
  }

  @Test
  void theLineSaysWhatTheChangeOfAChannelWas() {
    ChannelView open = WireSamples.channels().getFirst();
    ChannelView closed = WireSamples.channels().get(2);

    assertThat(changed(Subtype.CHANNEL_NAME, open).path("type").asText())
        .isEqualTo("channel_rename");
    assertThat(changed(Subtype.CHANNEL_NAME, open).path("channel").path("name").asText())
        .isEqualTo("general");
    assertThat(changed(Subtype.CHANNEL_ARCHIVE, closed).path("type").asText())
        .isEqualTo("group_archive");
    assertThat(changed(Subtype.CHANNEL_ARCHIVE, closed).path("user").asText())
        .isEqualTo(ALICE.toString());
    assertThat(changed(Subtype.CHANNEL_UNARCHIVE, open).path("type").asText())
        .isEqualTo("channel_unarchive");
    assertThat(changed(Subtype.CHANNEL_TOPIC, open).path("subtype").asText())
        .isEqualTo("channel_topic");
  }

  @Test
  void whatBecameOfAPublicChannelIsToldToThoseOutsideOfIt() {
    ChannelView open = WireSamples.channels().getFirst();

    JsonNode renamed = outside(open, Subtype.CHANNEL_NAME);
    assertThat(renamed.path("type").asText()).isEqualTo("channel_rename");
    assertThat(renamed.path("channel").path("name_normalized").asText()).isEqualTo("general");
    assertThat(renamed.path("channel").path("created").asLong()).isPositive();
    JsonNode archived = outside(open, Subtype.CHANNEL_ARCHIVE);
    assertThat(archived.path("type").asText()).isEqualTo("channel_archive");
    assertThat(archived.path("channel").asText()).isEqualTo(open.id().toString());
    assertThat(archived.path("user").asText()).isEqualTo(ALICE.toString());
    assertThat(
            tell(
                translator(ACME.value()),
                ChannelPublications.publicChannelChanged(
                    1, open, Subtype.CHANNEL_CONVERT_TO_PUBLIC, ALICE)))
        .isEmpty();
  }

  private static JsonNode outside(ChannelView channel, Subtype change) {
    Publication event = ChannelPublications.publicChannelChanged(1, channel, change, ALICE);
    List<RtmEvent> told = translator(ACME.value()).translate(event.event(), NOW);
    assertThat(told).singleElement().extracting(RtmEvent::outsideOf).isEqualTo(channel.id());
    return WireSamples.json(told.getFirst().json());
  }

  @Test
  void anEmojiIsToldAsAddedRenamedOrRemoved() {
    List<JsonNode> told =
        WireItems.emoji().stream().map(each -> one(EventPublications.emoji(1, each))).toList();

    assertThat(told)
        .extracting(event -> event.path("subtype").asText())
        .containsExactly("add", "rename", "remove");
    assertThat(told.get(1).path("old_name").asText()).isEqualTo("bird");
    assertThat(told.get(1).path("new_name").asText()).isEqualTo("parrot");
    assertThat(told.get(1).path("value").asText()).isEqualTo("/pictures/x");
    assertThat(told.getLast().path("names").path(0).asText()).isEqualTo("parrot");
  }

  /// The last thing told after a line and the change it tells of.
  private static JsonNode changed(Subtype subtype, ChannelView channel) {
    RtmTranslator translator = translator(CHANNEL.value());
    MessageView line = MessageLines.of(ACME, CHANNEL, WireSamples.TS, ALICE, subtype, null);
    return Stream.of(
            MessagePublications.posted(1, line, Effect.NONE, null),
            ChannelPublications.channelChanged(2, channel))
        .flatMap(event -> tell(translator, event))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static JsonNode one(Publication event) {
    return tell(translator(CHANNEL.value()), event).findFirst().orElseThrow();
  }

  private static Stream<JsonNode> tell(RtmTranslator translator, Publication event) {
    return translator.translate(event.event(), NOW).stream()
        .map(told -> WireSamples.json(told.json()));
  }

  private static List<Publication> samples() {
    List<Publication> all = new ArrayList<>(WireSamples.channelEvents());
    all.addAll(WireSamples.userEvents());
    all.addAll(WireSamples.workspaceEvents());
    all.addAll(WireItems.channelEvents());
    all.addAll(WireItems.userEvents());
    all.addAll(WireItems.workspaceEvents());
    WireSamples.conversations()
        .forEach(conversation -> all.add(ChannelPublications.channelJoined(1, conversation)));
    return all;
  }

  private static RtmTranslator translator(long stream) {
    return new RtmTranslator(new StreamKey(ACME.value(), stream));
  }
}
