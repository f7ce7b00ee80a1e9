package dev.parley.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.fanout.Broker;
import dev.parley.fanout.Publication;
import dev.parley.fanout.Signal;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ChannelView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class EditChannelTest extends AcmeTest {
  EditChannelTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
  }

  private Actor actor(UserId user, Role role) {
    return new Actor(acme, user, role, false, new Credential.Session(1));
  }

  private ChannelView edit(UserId user, ChannelId channel, ChannelEdit edit) {
    return core.channels.edit(actor(user, Role.MEMBER), channel, edit);
  }

  @Test
  void eachChangeIsToldToMembersWithALineAsItIsReadBackLater() throws Exception {
    ChannelId channel = core.newChannel(acme, "plans", alice, bob);
    StreamKey stream = StreamKey.of(acme, channel);
    long before = stored(stream).size();
    List<Publication> live = new CopyOnWriteArrayList<>();
    try (Broker.Subscription _ =
        core.broker.subscribe(
            stream,
            signal -> {
              if (signal instanceof Signal.Event event && event.publication().offset() > before) {
                live.add(event.publication());
              }
            })) {
      var _ = edit(bob, channel, new ChannelEdit.Topic("where to go"));
      var _ = edit(bob, channel, new ChannelEdit.Purpose("travel"));
      ChannelView renamed = edit(alice, channel, new ChannelEdit.Name("travel"));
      Eventually.holds(() -> assertThat(live).hasSize(6));

      assertThat(renamed.name()).isEqualTo("travel");
      assertThat(renamed.topic().value()).isEqualTo("where to go");
      assertThat(renamed.topic().by()).isEqualTo(bob);
      assertThat(renamed.topic().at()).isAfter(renamed.created()).isBefore(renamed.updated());
      assertThat(renamed.purpose().value()).isEqualTo("travel");
      assertThat(text(live.get(0))).contains("channel_topic", "set the channel topic: where to go");
      assertThat(text(live.get(4))).contains("channel_name", "plans", "travel");
      List<Publication> read = stored(stream);
      for (int i : new int[] {0, 2, 4, 5}) {
        Publication told = live.get(i);
        Publication readBack = read.get((int) told.offset() - 1);
        assertThat(text(readBack)).isEqualTo(text(told));
      }
    }
    assertThat(text(stored(StreamKey.of(acme)).getLast()))
        .contains("public_channel_changed", "\"name\":\"travel\"");
  }

  @Test
  void anArchivedChannelTakesNothingUntilItIsOpenedAgain() {
    ChannelId channel = core.newChannel(acme, "short", alice, bob);
    ChannelView archived = edit(bob, channel, new ChannelEdit.Archived(true));

    assertThat(archived.isArchived()).isTrue();
    assertRefused("is_archived", () -> core.post(acme, channel, bob, "too late"));
    assertRefused("is_archived", () -> edit(bob, channel, new ChannelEdit.Topic("x")));
    assertRefused("already_archived", () -> edit(bob, channel, new ChannelEdit.Archived(true)));
    assertThat(edit(bob, channel, new ChannelEdit.Archived(false)).isArchived()).isFalse();
    assertRefused("not_archived", () -> edit(bob, channel, new ChannelEdit.Archived(false)));
    assertThat(core.post(acme, channel, bob, "open again").text()).isEqualTo("open again");
  }

  @Test
  void onlyWhoMayChangesAChannel() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    ChannelId open = core.newChannel(acme, "open", alice, bob);
    ChannelId secret = core.channels.create(acme, alice, "secret", true, false).channel().id();
    ChannelEdit name = new ChannelEdit.Name("mine");
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    Actor foreigner =
        new Actor(globex, mallory, Role.PRIMARY_OWNER, false, new Credential.Session(1));

    assertRefused("not_authorized", () -> edit(bob, open, name));
    assertRefused("name_taken", () -> edit(alice, open, new ChannelEdit.Name("secret")));
    assertRefused("not_in_channel", () -> edit(carol, open, new ChannelEdit.Topic("x")));
    assertRefused("channel_not_found", () -> edit(bob, secret, new ChannelEdit.Topic("x")));
    assertRefused("channel_not_found", () -> core.channels.edit(foreigner, open, name));
    assertRefused(
        "user_is_restricted",
        () -> core.channels.edit(actor(bob, Role.GUEST), open, new ChannelEdit.Topic("x")));
    assertRefused("too_long", () -> edit(bob, open, new ChannelEdit.Topic("x".repeat(251))));
    assertRefused("invalid_name_specials", () -> edit(alice, open, new ChannelEdit.Name("A b")));
    assertThat(core.channels.edit(actor(carol, Role.ADMIN), open, name).name()).isEqualTo("mine");
  }

  @Test
  void generalStaysOpenAndDirectMessagesHaveNoName() throws Exception {
    ChannelId general = core.channels.create(acme, alice, "general", false, true).channel().id();
    ChannelId direct = core.channels.open(acme, alice, Set.of(bob)).channel();

    assertRefused(
        "cant_archive_general", () -> edit(alice, general, new ChannelEdit.Archived(true)));
    assertRefused(
        "method_not_supported_for_channel_type",
        () -> edit(alice, direct, new ChannelEdit.Name("us")));
  }

  private List<Publication> stored(StreamKey stream) {
    var read = core.events.read(acme, Map.of(stream, 0L), 10_000, 10_000).get(stream);
    return read == null ? List.of() : read.events();
  }

  private static String text(Publication publication) {
    return new String(publication.event(), StandardCharsets.UTF_8);
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
  }
}
