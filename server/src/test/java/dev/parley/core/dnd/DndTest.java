package dev.parley.core.dnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.user.ProfileEdit;
import dev.parley.core.user.ProfileField;
import dev.parley.core.user.UserService;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.DndView;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// When people are not to be disturbed, as it is stored and told.
final class DndTest extends AcmeTest {
  private final UserService users;
  private final DndService dnd;

  DndTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
    dnd = new DndService(core.tenants, core.commits, core.keys, users);
  }

  private Actor member(UserId user) {
    return new Actor(acme, user, Role.MEMBER, false, new Credential.Session(1));
  }

  @Test
  void aSnoozeIsToldToOneselfAndToOthersAsTheyMayKnowIt() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    DndView own = dnd.snooze(member(carol), 30);

    assertThat(dnd.of(member(carol), carol).snooze())
        .extracting("end")
        .isEqualTo(Objects.requireNonNull(own.snooze()).end());
    DndView.Snooze snooze = Objects.requireNonNull(own.snooze());
    assertThat(snooze.remaining()).isEqualTo(1_800);
    DndView shown = dnd.of(member(bob), carol);
    assertThat(shown.snooze()).isNull();
    assertThat(shown.end()).isEqualTo(snooze.end());
    assertThat(readBack(StreamKey.of(acme, carol)).getLast())
        .contains("\"type\":\"dnd_updated\"", carol.toString())
        .contains("\"snooze_endtime\":" + snooze.end());
    assertThat(readBack(StreamKey.of(acme)).getLast())
        .contains("\"type\":\"dnd_updated_user\"", carol.toString())
        .contains("\"next_dnd_end_ts\":" + snooze.end())
        .doesNotContain("snooze");
  }

  @Test
  void aScheduleIsKeptFieldByFieldAndFollowsTheTimeZoneOfThePerson() throws Exception {
    UserId dora = core.newUser(acme, "dora");
    assertThat(dnd.schedule(member(dora))).isEqualTo(DndSchedule.NIGHTS);
    Set<DayOfWeek> week = Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    var _ = dnd.schedule(member(dora), new DndEdit.Schedule(true, null, LocalTime.of(6, 45), week));
    var _ = dnd.schedule(member(dora), new DndEdit.Schedule(true, LocalTime.of(23, 5), null, null));
    var _ =
        users.describe(
            acme, dora, dora, new ProfileEdit(Map.of(ProfileField.TIME_ZONE, "Asia/Tokyo")));

    assertThat(dnd.schedule(member(dora)))
        .isEqualTo(new DndSchedule(true, LocalTime.of(23, 5), LocalTime.of(6, 45), week));
    Instant start = Instant.ofEpochSecond(dnd.of(member(dora), dora).start());
    assertThat(start.atZone(ZoneId.of("Asia/Tokyo")).toLocalTime()).isEqualTo("23:05");
  }

  @Test
  void whatChangesNothingIsNotToldAgain() throws Exception {
    UserId erik = core.newUser(acme, "erik");
    DndEdit.Schedule nights = new DndEdit.Schedule(true, null, null, null);
    var _ = dnd.schedule(member(erik), nights);
    List<String> told = readBack(StreamKey.of(acme, erik));
    var _ = dnd.schedule(member(erik), nights);

    assertThat(readBack(StreamKey.of(acme, erik))).hasSameSizeAs(told);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused("snooze_failed", () -> dnd.snooze(member(bob), 0));
    assertRefused("too_long", () -> dnd.snooze(member(bob), 525_601));
    assertRefused("snooze_end_failed", () -> dnd.endSnooze(member(bob)));
    assertRefused("not_in_dnd", () -> dnd.end(member(bob)));
  }

  @Test
  void aForeignPersonIsAsUnknownAsAnyAndAStrangerToAGuest() throws Exception {
    WorkspaceId globex = core.newWorkspace();
    UserId mallory = core.newUser(globex, "mallory");
    Actor guest = new Actor(acme, bob, Role.GUEST, false, new Credential.Session(1));

    assertRefused("user_not_found", () -> dnd.of(member(bob), mallory));
    assertRefused("user_not_found", () -> dnd.of(member(bob), new UserId(4)));
    assertRefused("user_not_found", () -> dnd.of(guest, alice));
    assertRefused("user_not_visible", () -> dnd.of(member(bob), List.of(bob, mallory)));
    assertRefused("user_not_visible", () -> dnd.of(member(bob), List.of(new UserId(4))));
    assertThat(dnd.of(member(bob), List.of(bob, alice))).containsOnlyKeys(bob, alice);
  }

  private static void assertRefused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
