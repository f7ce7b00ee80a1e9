package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Slack's own Java SDK, unchanged, in the mode in which it refuses fields that it does not know.
@Tag("story")
@ExtendWith(StoryServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SlackJavaSdkTest {
  private final ServerProcess server;
  private StoryClient bob;
  private StoryClient guest;
  private MethodsClient alice;
  private Slack slack;

  SlackJavaSdkTest(ServerProcess server) {
    this.server = server;
  }

  @BeforeAll
  void people() {
    Company acme = new Company(server, "sdk-co");
    bob = acme.person("bob");
    guest = acme.person("guest");
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.address() + "/api/");
    config.setFailOnUnknownProperties(true);
    slack = Slack.getInstance(config);
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
  void peopleAndTokens() throws Exception {
    var me = alice.authTest(r -> r);
    var people = alice.usersList(r -> r.limit(100));
    var person = alice.usersInfo(r -> r.user(bob.id));
    var profile = alice.usersProfileGet(r -> r.user(bob.id));
    var byAddress = alice.usersLookupByEmail(r -> r.email("owner@sdk-co.test"));
    var team = alice.teamInfo(r -> r);

    assertThat(me.getError()).isNull();
    assertThat(me.getTeamId()).startsWith("T");
    assertThat(people.getError()).isNull();
    assertThat(people.getMembers()).extracting("name").contains("bob");
    assertThat(person.getUser().getId()).isEqualTo(bob.id);
    assertThat(person.getUser().isDeleted()).isFalse();
    assertThat(profile.getProfile().getRealName()).isNotEmpty();
    assertThat(byAddress.getUser().getId()).isEqualTo(me.getUserId());
    assertThat(team.getTeam().getDomain()).isEqualTo("sdk-co");
  }

  @Test
  void profilesAndPresence() throws Exception {
    MethodsClient other = slack.methods(bob.token());
    User.Profile given = new User.Profile();
    given.setTitle("Builder");
    given.setStatusText("building");
    given.setStatusEmoji(":hammer:");
    given.setStatusExpiration(4_000_000_000L);
    var set = other.usersProfileSet(r -> r.profile(given));
    var named = other.usersProfileSet(r -> r.name("pronouns").value("they/them"));
    var read = alice.usersProfileGet(r -> r.user(bob.id)).getProfile();
    var away = other.usersSetPresence(r -> r.presence("away"));
    var own = other.usersGetPresence(r -> r.user(bob.id));
    var active = other.usersSetActive(r -> r);

    assertThat(set.getError()).isNull();
    assertThat(set.getUsername()).isEqualTo("bob");
    assertThat(named.getProfile().getPronouns()).isEqualTo("they/them");
    assertThat(read.getTitle()).isEqualTo("Builder");
    assertThat(read.getStatusText()).isEqualTo("building");
    assertThat(read.getStatusExpiration()).isEqualTo(4_000_000_000L);
    assertThat(away.getError()).isNull();
    assertThat(own.getPresence()).isEqualTo("away");
    assertThat(own.isManualAway()).isTrue();
    assertThat(own.getConnectionCount()).isZero();
    assertThat(active.isOk()).isTrue();
  }

  @Test
  void groupsOfPeople() throws Exception {
    var made = alice.usergroupsCreate(r -> r.name("SDK Crew").handle("sdk-crew"));
    assertThat(made.getError()).isNull();
    String group = made.getUsergroup().getId();
    var filled = alice.usergroupsUsersUpdate(r -> r.usergroup(group).users(List.of(bob.id)));
    var users = alice.usergroupsUsersList(r -> r.usergroup(group));
    var updated = alice.usergroupsUpdate(r -> r.usergroup(group).description("by the SDK"));
    var listed = alice.usergroupsList(r -> r.includeUsers(true).includeCount(true));
    var disabled = alice.usergroupsDisable(r -> r.usergroup(group));
    var enabled = alice.usergroupsEnable(r -> r.usergroup(group));

    assertThat(filled.getUsergroup().getUsers()).containsExactly(bob.id);
    assertThat(users.getUsers()).containsExactly(bob.id);
    assertThat(updated.getUsergroup().getDescription()).isEqualTo("by the SDK");
    assertThat(listed.getUsergroups().getFirst().getUserCount()).isEqualTo(1);
    assertThat(disabled.getUsergroup().getDeletedBy()).isNotEmpty();
    assertThat(enabled.getUsergroup().getDeletedBy()).isNull();
  }

  @Test
  void channelsFromCreateToArchive() throws Exception {
    String channel = newChannel("sdk-life");
    var invited = alice.conversationsInvite(r -> r.channel(channel).users(List.of(bob.id)));
    var topic = alice.conversationsSetTopic(r -> r.channel(channel).topic("by the SDK"));
    var purpose = alice.conversationsSetPurpose(r -> r.channel(channel).purpose("to see"));
    var renamed = alice.conversationsRename(r -> r.channel(channel).name("sdk-afterlife"));
    var info = alice.conversationsInfo(r -> r.channel(channel).includeNumMembers(true));
    var members = alice.conversationsMembers(r -> r.channel(channel));
    var ofBob = alice.usersConversations(r -> r.user(bob.id).limit(999));
    var listed =
        alice.conversationsList(
            r -> r.types(List.of(ConversationType.PUBLIC_CHANNEL)).excludeArchived(true));
    var kicked = alice.conversationsKick(r -> r.channel(channel).user(bob.id));
    var archived = alice.conversationsArchive(r -> r.channel(channel));
    var opened = alice.conversationsUnarchive(r -> r.channel(channel));

    assertThat(invited.getError()).isNull();
    assertThat(topic.getChannel().getTopic().getValue()).isEqualTo("by the SDK");
    assertThat(purpose.getChannel().getPurpose().getValue()).isEqualTo("to see");
    assertThat(renamed.getChannel().getName()).isEqualTo("sdk-afterlife");
    assertThat(info.getChannel().getNumOfMembers()).isEqualTo(2);
    assertThat(ofBob.getError()).isNull();
    assertThat(ofBob.getChannels()).extracting(Conversation::getId).contains(channel);
    assertThat(members.getMembers()).contains(bob.id).hasSize(2);
    assertThat(listed.getChannels())
        .extracting(Conversation::getName)
        .contains("general", "sdk-afterlife");
    assertThat(kicked.getError()).isNull();
    assertThat(archived.isOk()).isTrue();
    assertThat(opened.isOk()).isTrue();
  }

  @Test
  void search() throws Exception {
    String channel = newChannel("sdk-search");
    String ts = alice.chatPostMessage(r -> r.channel(channel).text("a needle")).getTs();
    var found = alice.searchMessages(r -> r.query("needle in:sdk-search"));

    assertThat(found.getError()).isNull();
    assertThat(found.getMessages().getTotal()).isEqualTo(1);
    assertThat(found.getMessages().getMatches().getFirst().getTs()).isEqualTo(ts);
    assertThat(found.getMessages().getMatches().getFirst().getChannel().getId()).isEqualTo(channel);
  }

  @Test
  void threadsAndReactions() throws Exception {
    String channel = newChannel("sdk-threads");
    String root = alice.chatPostMessage(r -> r.channel(channel).text("root")).getTs();
    var reply =
        alice.chatPostMessage(
            r -> r.channel(channel).text("reply").threadTs(root).replyBroadcast(true));
    var reacted = alice.reactionsAdd(r -> r.channel(channel).timestamp(root).name("tada"));
    var replies = alice.conversationsReplies(r -> r.channel(channel).ts(root));
    var history = alice.conversationsHistory(r -> r.channel(channel).limit(10));
    var got = alice.reactionsGet(r -> r.channel(channel).timestamp(root));
    var listed = alice.reactionsList(r -> r.count(10));
    var removed = alice.reactionsRemove(r -> r.channel(channel).timestamp(root).name("tada"));

    assertThat(reply.getError()).isNull();
    assertThat(reply.getMessage().getThreadTs()).isEqualTo(root);
    assertThat(reacted.getError()).isNull();
    assertThat(replies.getMessages()).extracting(Message::getText).containsExactly("root", "reply");
    assertThat(replies.getMessages().getFirst().getReplyCount()).isEqualTo(1);
    assertThat(history.getMessages().getFirst().getRoot().getText()).isEqualTo("root");
    assertThat(got.getMessage().getReactions().getFirst().getName()).isEqualTo("tada");
    assertThat(listed.getItems()).isNotEmpty();
    assertThat(removed.getError()).isNull();
  }

  @Test
  void scheduledMessages() throws Exception {
    String channel = newChannel("sdk-scheduled");
    int at = (int) (System.currentTimeMillis() / 1_000) + 3_600;
    var scheduled = alice.chatScheduleMessage(r -> r.channel(channel).text("later").postAt(at));
    var listed = alice.chatScheduledMessagesList(r -> r.channel(channel).limit(10));
    String id = scheduled.getScheduledMessageId();
    var deleted = alice.chatDeleteScheduledMessage(r -> r.channel(channel).scheduledMessageId(id));
    var past = alice.chatScheduleMessage(r -> r.channel(channel).text("x").postAt(1));

    assertThat(scheduled.getError()).isNull();
    assertThat(scheduled.getPostAt()).isEqualTo(at);
    assertThat(scheduled.getMessage().getText()).isEqualTo("later");
    assertThat(listed.getError()).isNull();
    assertThat(listed.getScheduledMessages().getFirst().getId()).isEqualTo(id);
    assertThat(listed.getScheduledMessages().getFirst().getText()).isEqualTo("later");
    assertThat(listed.getScheduledMessages().getFirst().getPostAt()).isEqualTo(at);
    assertThat(deleted.getError()).isNull();
    assertThat(past.getError()).isEqualTo("time_in_past");
  }

  @Test
  void messagesFromPostToDelete() throws Exception {
    String channel = newChannel("sdk-messages");
    ChatPostMessageResponse posted =
        alice.chatPostMessage(r -> r.channel(channel).text("by the SDK"));
    var updated =
        alice.chatUpdate(r -> r.channel(channel).ts(posted.getTs()).text("changed by the SDK"));
    var history = alice.conversationsHistory(r -> r.channel(channel).limit(10));
    var permalink = alice.chatGetPermalink(r -> r.channel(channel).messageTs(posted.getTs()));
    var marked = alice.conversationsMark(r -> r.channel(channel).ts(posted.getTs()));
    var deleted = alice.chatDelete(r -> r.channel(channel).ts(posted.getTs()));
    var gone = alice.chatDelete(r -> r.channel(channel).ts(posted.getTs()));

    assertThat(posted.getError()).isNull();
    assertThat(posted.getMessage().getText()).isEqualTo("by the SDK");
    assertThat(updated.getText()).isEqualTo("changed by the SDK");
    assertThat(history.getMessages())
        .filteredOn(message -> message.getSubtype() == null)
        .extracting(Message::getText)
        .containsExactly("changed by the SDK");
    assertThat(permalink.getPermalink()).contains(channel);
    assertThat(marked.isOk()).isTrue();
    assertThat(deleted.isOk()).isTrue();
    assertThat(gone.getError()).isEqualTo("message_not_found");
  }

  @Test
  @SuppressWarnings("deprecation") // Slack discourages RTM; programs use it all the same
  void directMessagesAndTheSocketsAddress() throws Exception {
    var opened = alice.conversationsOpen(r -> r.users(List.of(bob.id)).returnIm(true));
    var posted = alice.chatPostMessage(r -> r.channel(bob.id).text("hello"));
    var closed = alice.conversationsClose(r -> r.channel(opened.getChannel().getId()));
    var again = alice.conversationsClose(r -> r.channel(opened.getChannel().getId()));
    var left = alice.conversationsLeave(r -> r.channel("C000000000"));
    var rtm = alice.rtmConnect(r -> r);
    var started = alice.rtmStart(r -> r);

    assertThat(opened.getError()).isNull();
    assertThat(opened.getChannel().isIm()).isTrue();
    assertThat(closed.getError()).isNull();
    assertThat(closed.getAlreadyClosed()).isNull();
    assertThat(again.getAlreadyClosed()).isTrue();
    assertThat(posted.getChannel()).isEqualTo(opened.getChannel().getId());
    assertThat(left.getError()).isEqualTo("channel_not_found");
    assertThat(rtm.getUrl()).startsWith("ws");
    assertThat(rtm.getSelf().getName()).isNotEmpty();
    assertThat(started.getUrl()).startsWith("ws");
    assertThat(started.getWarning()).isEqualTo("method_deprecated");
  }

  @Test
  void joiningLeavingAndTheEndOfAToken() throws Exception {
    String channel = newChannel("sdk-door");
    MethodsClient other = slack.methods(guest.token());
    var joined = other.conversationsJoin(r -> r.channel(channel));
    var again = other.conversationsJoin(r -> r.channel(channel));
    var left = other.conversationsLeave(r -> r.channel(channel));
    var echo = other.apiTest(r -> r.foo("bar"));
    var revoked = other.authRevoke(r -> r.test(false));
    var after = other.authTest(r -> r);

    assertThat(joined.getChannel().getId()).isEqualTo(channel);
    assertThat(again.isOk()).isTrue();
    assertThat(left.isOk()).isTrue();
    assertThat(echo.getArgs().getFoo()).isEqualTo("bar");
    assertThat(revoked.isRevoked()).isTrue();
    assertThat(after.getError()).isEqualTo("token_revoked");
  }
}
