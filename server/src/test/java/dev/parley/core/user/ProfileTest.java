package dev.parley.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Role;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.Eventually;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people say of themselves.
final class ProfileTest extends AcmeTest {
  private final UserService users;

  ProfileTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
  }

  private UserView say(UserId actor, UserId user, Map<ProfileField, String> values) {
    return users.describe(acme, actor, user, new ProfileEdit(values));
  }

  private ProfileText profile(UserId user) {
    return users.get(acme, user).profile();
  }

  @Test
  void whatSomebodySaysIsKeptFieldByFieldAndToldToEverybody() throws Exception {
    UserId carol = core.newUser(acme, "carol");
    say(carol, carol, Map.of(ProfileField.REAL_NAME, "Carol Clark", ProfileField.TITLE, "Lead"));
    UserView after =
        say(carol, carol, Map.of(ProfileField.DISPLAY_NAME, " cc ", ProfileField.PHONE, "12"));

    assertThat(users.get(acme, carol)).isEqualTo(after);
    assertThat(after.realName()).isEqualTo("Carol Clark");
    assertThat(after.displayName()).isEqualTo("cc");
    assertThat(after.profile().title()).isEqualTo("Lead");
    assertThat(after.profile().phone()).isEqualTo("12");
    assertThat(readBack(StreamKey.of(acme)).getLast())
        .contains("\"type\":\"user_changed\"", carol.toString(), "\"real_name\":\"Carol Clark\"");
  }

  @Test
  void aNameMayComeInParts() throws Exception {
    UserId dora = core.newUser(acme, "dora");
    say(dora, dora, Map.of(ProfileField.FIRST_NAME, "Dora", ProfileField.LAST_NAME, "Van Dam"));
    say(dora, dora, Map.of(ProfileField.FIRST_NAME, "Dorothea"));

    assertThat(profile(dora).realName()).isEqualTo("Dorothea Van Dam");
  }

  @Test
  void aStatusEndsByItself() throws Exception {
    UserId erik = core.newUser(acme, "erik");
    long soon = Instant.now().getEpochSecond() + 2;
    say(
        erik,
        erik,
        Map.of(
            ProfileField.STATUS_TEXT,
            "at lunch",
            ProfileField.STATUS_EXPIRATION,
            Long.toString(soon)));
    ProfileText at = profile(erik);
    assertThat(at.statusText()).isEqualTo("at lunch");
    assertThat(at.statusEmoji()).isEqualTo(":speech_balloon:");
    assertThat(at.statusExpiration()).isEqualTo(soon);

    Eventually.holds(() -> assertThat(profile(erik).statusText()).isEmpty());
    assertThat(profile(erik).statusEmoji()).isEmpty();
    assertThat(profile(erik).statusExpiration()).isZero();
    assertThat(readBack(StreamKey.of(acme))).noneMatch(event -> event.contains("at lunch"));
  }

  @Test
  void aStatusIsClearedAsAWhole() throws Exception {
    UserId fred = core.newUser(acme, "fred");
    say(
        fred,
        fred,
        Map.of(ProfileField.STATUS_TEXT, "away", ProfileField.STATUS_EMOJI, ":palm_tree:"));

    assertRefused(
        "must_clear_both_status_text_and_status_emoji",
        fred,
        fred,
        Map.of(ProfileField.STATUS_TEXT, ""));
    say(fred, fred, Map.of(ProfileField.STATUS_TEXT, "", ProfileField.STATUS_EMOJI, ""));
    assertThat(profile(fred).statusText()).isEmpty();
  }

  @Test
  void onlyAdminsChangeOthersAndNobodyWhoseRankIsHigher() {
    UserId admin = person("boss", Role.ADMIN);
    UserId owner = person("owner", Role.OWNER);
    Map<ProfileField, String> title = Map.of(ProfileField.TITLE, "Intern");

    assertRefused("not_admin", bob, alice, title);
    assertRefused("not_admin", bob, new UserId(4), title);
    assertRefused("user_not_found", admin, new UserId(4), title);
    assertRefused("cannot_update_admin_user", admin, owner, title);
    say(admin, alice, title);
    assertThat(profile(alice).title()).isEqualTo("Intern");
  }

  @Test
  void twoChangesAtOnceBothCount() throws Exception {
    UserId gina = core.newUser(acme, "gina");
    var title = submit(gina, Map.of(ProfileField.TITLE, "Pilot"));
    var phone = submit(gina, Map.of(ProfileField.PHONE, "7"));
    var _ = title.join();
    var _ = phone.join();

    assertThat(profile(gina).title()).isEqualTo("Pilot");
    assertThat(profile(gina).phone()).isEqualTo("7");
  }

  private java.util.concurrent.CompletableFuture<UserView> submit(
      UserId user, Map<ProfileField, String> values) {
    return core.commits.submit(
        new EditUser(acme, user, user, new UserEdit.Profile(new ProfileEdit(values))));
  }

  @Test
  void whatIsSaidIsSealed() throws Exception {
    UserId hana = core.newUser(acme, "hana");
    say(hana, hana, Map.of(ProfileField.STATUS_TEXT, "secret errand"));

    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        PreparedStatement statement =
            connection.prepareStatement("select profile from user_account where id = ?")) {
      statement.setLong(1, hana.value());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .doesNotContain("secret errand");
      }
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused("too_long", alice, alice, Map.of(ProfileField.STATUS_TEXT, "x".repeat(101)));
    assertRefused(
        "invalid_starts_with_at", alice, alice, Map.of(ProfileField.DISPLAY_NAME, "@alice"));
    assertRefused("invalid_profile", alice, alice, Map.of(ProfileField.STATUS_EMOJI, "palm"));
    assertRefused("invalid_profile", alice, alice, Map.of(ProfileField.STATUS_EXPIRATION, "-1"));
  }

  private UserId person(String handle, Role role) {
    return users
        .create(acme, new NewUser(handle, "", ProfileText.named(""), role, false, null, null, 0))
        .id();
  }

  private void assertRefused(
      String code, UserId actor, UserId user, Map<ProfileField, String> values) {
    assertThatThrownBy(() -> say(actor, user, values))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
