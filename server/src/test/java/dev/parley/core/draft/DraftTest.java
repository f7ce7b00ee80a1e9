package dev.parley.core.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.ChannelId;
import dev.parley.kernel.MessageTs;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.DraftView;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What people have begun to write.
final class DraftTest extends AcmeTest {
  private final DraftService drafts;

  DraftTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    drafts = new DraftService(core.tenants, core.commits, core.channels, core.keys);
  }

  private DraftView keep(UserId user, ChannelId channel, MessageTs thread, String text) {
    return drafts.keep(acme, user, channel, thread, text);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void whatWasBegunIsOnesOwnAndToldOnAllDevicesUntilItIsSent() throws Exception {
    ChannelId channel = core.newChannel(acme, "begun", alice, bob);
    MessageTs root = core.post(acme, channel, alice, "root").ts();
    var _ = keep(bob, channel, MessageTs.ZERO, "hel");
    DraftView last = keep(bob, channel, MessageTs.ZERO, "hello lighthouse");
    DraftView reply = keep(bob, channel, root, "in the thread");

    assertThat(drafts.all(acme, bob)).containsExactly(reply, last);
    assertThat(drafts.all(acme, alice)).isEmpty();
    assertThat(stored()).doesNotContain("lighthouse");
    var _ = keep(bob, channel, MessageTs.ZERO, "");

    assertThat(drafts.all(acme, bob)).containsExactly(reply);
    assertThat(readBack(StreamKey.of(acme, bob)))
        .filteredOn(event -> event.contains("draft_changed") && event.contains(channel.toString()))
        .satisfiesExactly(
            event -> assertThat(event).contains("\"text\":\"\""),
            event -> assertThat(event).contains("\"text\":\"\""),
            event -> assertThat(event).contains("in the thread", root.toString()),
            event -> assertThat(event).contains("\"text\":\"\""));
    assertThat(readBack(StreamKey.of(acme, channel)).toString()).doesNotContain("draft_changed");
  }

  @Test
  void onlyWhereOneIsAndNotTooLong() throws Exception {
    ChannelId closed = core.channels.create(acme, alice, "own", true, false).channel().id();
    ChannelId open = core.newChannel(acme, "open", alice);
    ChannelId left = core.newChannel(acme, "left", alice, bob);
    var _ = keep(bob, left, MessageTs.ZERO, "soon gone");
    assertThat(core.memberships.leave(acme, left, bob)).isTrue();

    refused("channel_not_found", () -> keep(bob, closed, MessageTs.ZERO, "x"));
    refused("not_in_channel", () -> keep(bob, open, MessageTs.ZERO, "x"));
    refused("not_in_channel", () -> keep(bob, left, MessageTs.ZERO, "x"));
    refused("msg_too_long", () -> keep(alice, open, MessageTs.ZERO, "x".repeat(40_001)));
    assertThat(drafts.all(acme, bob)).noneMatch(draft -> draft.channel().equals(left));
  }

  private String stored() throws Exception {
    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        ResultSet rows =
            connection.createStatement().executeQuery("select string_agg(body, '') from draft")) {
      assertThat(rows.next()).isTrue();
      return new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
    }
  }
}
