package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Slack's own Java SDK on what people put up and put aside, in the mode in which it refuses fields
/// that it does not know.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlackJavaSdkItemsTest {
  private final ServerProcess server;
  private MethodsClient alice;
  private StoryClient owner;
  private Slack slack;

  SlackJavaSdkItemsTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void people() {
    Company acme = new Company(server, "sdk-items");
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.address() + "/api/");
    config.setFailOnUnknownProperties(true);
    slack = Slack.getInstance(config);
    owner = acme.owner();
    alice = slack.methods(acme.owner().token());
  }

  @AfterAll
  void stop() throws Exception {
    slack.close();
  }

  private String newChannel(String name) throws Exception {
    var created = alice.conversationsCreate(r -> r.name(name).isPrivate(false));
    assertThat(created.getError()).isNull();
    return created.getChannel().getId();
  }

  @Test
  void bookmarks() throws Exception {
    String channel = newChannel("bookmarks");
    var added =
        alice.bookmarksAdd(
            r ->
                r.channelId(channel)
                    .title("Plan")
                    .type("link")
                    .link("https://wiki.test")
                    .emoji(":eyes:"));
    String id = added.getBookmark().getId();
    var edited = alice.bookmarksEdit(r -> r.channelId(channel).bookmarkId(id).title("Old plan"));
    var listed = alice.bookmarksList(r -> r.channelId(channel));
    var removed = alice.bookmarksRemove(r -> r.channelId(channel).bookmarkId(id));

    assertThat(added.getError()).isNull();
    assertThat(added.getBookmark().getEmoji()).isEqualTo(":eyes:");
    assertThat(edited.getBookmark().getTitle()).isEqualTo("Old plan");
    assertThat(listed.getBookmarks().getFirst().getLink()).isEqualTo("https://wiki.test");
    assertThat(listed.getBookmarks().getFirst().getDateUpdated()).isPositive();
    assertThat(removed.getError()).isNull();
  }

  @Test
  @SuppressWarnings("deprecation") // Slack discourages stars; programs use them all the same
  void stars() throws Exception {
    String channel = newChannel("stars");
    String ts = alice.chatPostMessage(r -> r.channel(channel).text("read this")).getTs();
    var added = alice.starsAdd(r -> r.channel(channel).timestamp(ts));
    var whole = alice.starsAdd(r -> r.channel(channel));
    var listed = alice.starsList(r -> r.count(10));
    var removed = alice.starsRemove(r -> r.channel(channel).timestamp(ts));

    assertThat(added.getError()).isNull();
    assertThat(whole.getError()).isNull();
    assertThat(listed.getError()).isNull();
    assertThat(listed.getItems()).extracting("type").containsExactly("channel", "message");
    assertThat(listed.getItems().getLast().getMessage().getText()).isEqualTo("read this");
    assertThat(listed.getPaging().getTotal()).isEqualTo(2);
    assertThat(removed.getError()).isNull();
  }

  @Test
  void meMessagesAndEphemeralOnes() throws Exception {
    String channel = newChannel("me");
    String self = alice.authTest(r -> r).getUserId();
    var me = alice.chatMeMessage(r -> r.channel(channel).text("waves"));
    var whispered = alice.chatPostEphemeral(r -> r.channel(channel).user(self).text("psst"));
    var history = alice.conversationsHistory(r -> r.channel(channel).limit(1));

    assertThat(me.getError()).isNull();
    assertThat(whispered.getError()).isNull();
    assertThat(whispered.getMessageTs()).isNotEmpty();
    assertThat(history.getMessages().getFirst().getTs()).isEqualTo(me.getTs());
    assertThat(history.getMessages().getFirst().getSubtype()).isEqualTo("me_message");
  }

  @Test
  void reminders() throws Exception {
    var once = alice.remindersAdd(r -> r.text("once").time("in 2 hours"));
    var weekly = alice.remindersAdd(r -> r.text("weekly").time("every tuesday at 9am"));
    String id = once.getReminder().getId();
    var listed = alice.remindersList(r -> r);
    var completed = alice.remindersComplete(r -> r.reminder(id));
    var info = alice.remindersInfo(r -> r.reminder(id));
    var deleted = alice.remindersDelete(r -> r.reminder(id));

    assertThat(once.getError()).isNull();
    assertThat(once.getReminder().getTime()).isPositive();
    assertThat(weekly.getError()).isNull();
    assertThat(weekly.getReminder().isRecurring()).isTrue();
    assertThat(weekly.getReminder().getRecurrence().getWeekdays()).containsExactly("tuesday");
    assertThat(listed.getReminders()).extracting("text").containsExactly("weekly", "once");
    assertThat(completed.getError()).isNull();
    assertThat(info.getReminder().getCompleteTs()).isPositive();
    assertThat(deleted.getError()).isNull();
  }

  @Test
  void doNotDisturb() throws Exception {
    String self = alice.authTest(r -> r).getUserId();
    var never = alice.dndInfo(r -> r.user(self));
    var snoozed = alice.dndSetSnooze(r -> r.numMinutes(20));
    var info = alice.dndInfo(r -> r);
    var team = alice.dndTeamInfo(r -> r.users(List.of(self)));
    var awake = alice.dndEndSnooze(r -> r);
    var ended = alice.dndEndDnd(r -> r);

    assertThat(never.getError()).isNull();
    assertThat(never.isDndEnabled()).isFalse();
    assertThat(never.getNextDndStartTs()).isEqualTo(1);
    assertThat(snoozed.getError()).isNull();
    assertThat(snoozed.getSnoozeRemaining()).isEqualTo(1_200);
    assertThat(info.getError()).isNull();
    assertThat(info.isSnoozeEnabled()).isTrue();
    assertThat(info.getSnoozeEndtime()).isEqualTo(snoozed.getSnoozeEndtime());
    assertThat(team.getUsers())
        .extractingByKey(self)
        .extracting("nextDndEndTs")
        .isEqualTo(snoozed.getSnoozeEndtime());
    assertThat(awake.getError()).isNull();
    assertThat(awake.isSnoozeEnabled()).isFalse();
    assertThat(ended.getError()).isEqualTo("not_in_dnd");
  }

  @Test
  void fieldsOfProfiles() throws Exception {
    var none = alice.teamProfileGet(r -> r);
    String id = define("[{\"label\":\"Team\",\"hint\":\"Who with\",\"type\":\"text\"}]");
    var defined = alice.teamProfileGet(r -> r.visibility("visible"));
    var set = alice.usersProfileSet(r -> r.name(id).value("Crew"));
    var read = alice.usersProfileGet(r -> r.includeLabels(true));
    var wrong = alice.usersProfileSet(r -> r.name("Xf1").value("Crew"));

    assertThat(none.getError()).isNull();
    assertThat(defined.getError()).isNull();
    assertThat(defined.getProfile().getFields()).extracting("id").containsExactly(id);
    assertThat(defined.getProfile().getFields().getFirst().getHint()).isEqualTo("Who with");
    assertThat(set.getError()).isNull();
    assertThat(set.getProfile().getFields())
        .extractingByKey(id)
        .extracting("value")
        .isEqualTo("Crew");
    assertThat(read.getError()).isNull();
    assertThat(read.getProfile().getFields())
        .extractingByKey(id)
        .extracting("label")
        .isEqualTo("Team");
    assertThat(wrong.getError()).isEqualTo("invalid_profile");
  }

  /// Slack has no method for this.
  private String define(String fields) throws Exception {
    return owner
        .ok("client.team.profile.set", Map.of("fields", fields))
        .path("profile")
        .path("fields")
        .path(0)
        .path("id")
        .asText();
  }

  @Test
  void pins() throws Exception {
    String channel = newChannel("pins");
    String ts = alice.chatPostMessage(r -> r.channel(channel).text("the plan")).getTs();
    var pinned = alice.pinsAdd(r -> r.channel(channel).timestamp(ts));
    var listed = alice.pinsList(r -> r.channel(channel));
    var history = alice.conversationsHistory(r -> r.channel(channel));
    var removed = alice.pinsRemove(r -> r.channel(channel).timestamp(ts));
    var again = alice.pinsRemove(r -> r.channel(channel).timestamp(ts));

    assertThat(pinned.getError()).isNull();
    assertThat(listed.getError()).isNull();
    assertThat(listed.getItems().getFirst().getMessage().getText()).isEqualTo("the plan");
    assertThat(listed.getItems().getFirst().getCreated()).isPositive();
    assertThat(history.getPinCount()).isEqualTo(1);
    assertThat(history.getMessages())
        .filteredOn(message -> message.getTs().equals(ts))
        .extracting(message -> message.getPinnedTo())
        .containsExactly(List.of(channel));
    assertThat(removed.getError()).isNull();
    assertThat(again.getError()).isEqualTo("not_pinned");
  }

  @Test
  void emoji() throws Exception {
    var aliased = alice.adminEmojiAddAlias(r -> r.name("party").aliasFor("tada"));
    var listed = alice.emojiList(r -> r);
    var renamed = alice.adminEmojiRename(r -> r.name("party").newName("fiesta"));
    var removed = alice.adminEmojiRemove(r -> r.name("fiesta"));
    var again = alice.adminEmojiRemove(r -> r.name("fiesta"));

    assertThat(aliased.getError()).isNull();
    assertThat(listed.getError()).isNull();
    assertThat(listed.getEmoji()).containsEntry("party", "alias:tada");
    assertThat(renamed.getError()).isNull();
    assertThat(removed.getError()).isNull();
    assertThat(again.getError()).isEqualTo("emoji_not_found");
  }

  @Test
  void photos() throws Exception {
    byte[] dot = Base64.getDecoder().decode("R0lGODdhAQABAPAAAP8AAAAAACwAAAAAAQABAAACAkQBADs=");
    var set = alice.usersSetPhoto(r -> r.imageData(dot).cropX(0).cropY(0).cropW(1));
    var shown = alice.usersProfileGet(r -> r);
    var bad = alice.usersSetPhoto(r -> r.imageData(new byte[] {1, 2, 3}));
    var deleted = alice.usersDeletePhoto(r -> r);
    var bare = alice.usersProfileGet(r -> r);

    assertThat(set.getError()).isNull();
    assertThat(set.getProfile().getImage24()).startsWith(server.address() + "/pictures/T");
    assertThat(set.getProfile().isCustomImage()).isTrue();
    assertThat(shown.getError()).isNull();
    assertThat(shown.getProfile().getImage512()).isEqualTo(set.getProfile().getImage512());
    assertThat(bad.getError()).isEqualTo("bad_image");
    assertThat(deleted.getError()).isNull();
    assertThat(bare.getProfile().getImage24()).startsWith(server.address() + "/faces/d");
    assertThat(bare.getProfile().isCustomImage()).isFalse();
  }
}
