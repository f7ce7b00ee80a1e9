package dev.parley.core.teamprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.access.Actor;
import dev.parley.core.access.Credential;
import dev.parley.core.access.Role;
import dev.parley.core.teamprofile.EditTeamProfile.Draft;
import dev.parley.core.user.NewUser;
import dev.parley.core.user.ProfileEdit;
import dev.parley.core.user.UserService;
import dev.parley.kernel.ProfileFieldId;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.ProfileValue;
import dev.parley.storage.DatabaseRole;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Which fields profiles have, and what is said in them.
final class TeamProfileTest extends AcmeTest {
  private final UserService users;
  private final TeamProfileService profiles;

  TeamProfileTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
    profiles = new TeamProfileService(core.tenants, core.commits, core.keys);
  }

  /// An admin of a workspace of their own.
  private Actor boss() throws Exception {
    WorkspaceId workspace = core.newWorkspace();
    UserId first = core.newUser(workspace, "first");
    NewUser boss = new NewUser("boss", "", ProfileText.named(""), Role.ADMIN, false, null, null, 0);
    UserId id = users.create(workspace, boss).id();
    assertThat(id).isNotEqualTo(first);
    return new Actor(workspace, id, Role.ADMIN, false, new Credential.Session(1));
  }

  private static Draft field(String label, TeamField.Type type, String... options) {
    return new Draft(null, label, "", type, List.of(options), false);
  }

  private static Draft as(TeamField field, String label, boolean isHidden) {
    return new Draft(field.id(), label, field.hint(), field.type(), field.options(), isHidden);
  }

  private Map<String, ProfileValue> say(Actor who, TeamField field, String value) {
    ProfileEdit edit = new ProfileEdit(Map.of(), Map.of(field.id(), ProfileValue.of(value, "")));
    return users.describe(who.workspace(), who.user(), who.user(), edit).profile().fields();
  }

  @Test
  void fieldsAreDefinedOrderedRenamedHiddenAndRemoved() throws Exception {
    Actor boss = boss();
    List<TeamField> two =
        profiles
            .set(
                boss,
                List.of(field("Team", TeamField.Type.TEXT), field("Since", TeamField.Type.DATE)))
            .fields();
    TeamField team = two.getFirst();
    TeamField since = two.getLast();
    TeamProfile turned =
        profiles.set(boss, List.of(as(since, "Since", true), as(team, "Crew", false)));

    assertThat(profiles.of(boss.workspace())).isEqualTo(turned);
    assertThat(turned.fields()).extracting(TeamField::id).containsExactly(since.id(), team.id());
    assertThat(turned.fields()).extracting(TeamField::label).containsExactly("Since", "Crew");
    assertThat(turned.find(since.id())).get().extracting(TeamField::isHidden).isEqualTo(true);
    assertThat(readBackOf(boss.workspace()))
        .contains("\"type\":\"team_profile_change\"", since.id().toString())
        .doesNotContain("Crew");
    assertThat(profiles.set(boss, List.of()).fields()).isEmpty();
  }

  private String readBackOf(WorkspaceId workspace) {
    var read = core.events.read(workspace, Map.of(StreamKey.of(workspace), 0L), 10_000, 10_000);
    var events = read.get(StreamKey.of(workspace));
    return events == null
        ? ""
        : new String(events.events().getLast().event(), StandardCharsets.UTF_8);
  }

  @Test
  void whatIsSaidIsCheckedByTheTypeOfItsField() throws Exception {
    Actor boss = boss();
    List<TeamField> fields =
        profiles
            .set(
                boss,
                List.of(
                    field("Team", TeamField.Type.TEXT),
                    field("Since", TeamField.Type.DATE),
                    field("Page", TeamField.Type.LINK),
                    field("Site", TeamField.Type.OPTIONS_LIST, "Graz", "Linz")))
            .fields();

    var _ = say(boss, fields.get(0), "Crew");
    var _ = say(boss, fields.get(1), "2026-02-28");
    var _ = say(boss, fields.get(2), "https://a.test/boss");
    Map<String, ProfileValue> said = say(boss, fields.get(3), "Linz");
    assertThat(said.values())
        .extracting(ProfileValue::value)
        .containsExactly("Crew", "2026-02-28", "https://a.test/boss", "Linz");
    assertRefused("too_long", () -> say(boss, fields.get(0), "x".repeat(501)));
    for (String value : List.of("2026-02-30", "tomorrow", "26-1-1")) {
      assertRefused("invalid_profile", () -> say(boss, fields.get(1), value));
    }
    for (String value : List.of("javascript:alert(1)", "a.test", "https:", "ht tp://a")) {
      assertRefused("invalid_profile", () -> say(boss, fields.get(2), value));
    }
    assertRefused("invalid_profile", () -> say(boss, fields.get(3), "Wien"));
    assertThat(say(boss, fields.get(0), "")).doesNotContainKey(fields.get(0).id().toString());
  }

  @Test
  void whatWasSaidInAFieldThatIsGoneIsForgottenAndInAHiddenOneNotShown() throws Exception {
    Actor boss = boss();
    List<TeamField> fields =
        profiles
            .set(
                boss,
                List.of(
                    field("Team", TeamField.Type.TEXT),
                    field("Desk", TeamField.Type.TEXT),
                    field("Cat", TeamField.Type.TEXT)))
            .fields();
    for (TeamField field : fields) {
      var _ = say(boss, field, "about " + field.label());
    }
    TeamProfile after =
        profiles.set(
            boss, List.of(as(fields.get(1), "Desk", true), as(fields.get(2), "Cat", false)));
    Map<String, ProfileValue> kept = users.get(boss.workspace(), boss.user()).profile().fields();

    assertThat(after.shown(kept, true).values())
        .containsExactly(new ProfileValue("about Cat", "", "Cat"));
    assertThat(say(boss, fields.get(2), "new").keySet())
        .containsExactly(fields.get(1).id().toString(), fields.get(2).id().toString());
  }

  @Test
  void labelsAndWhatIsSaidAreSealed() throws Exception {
    Actor boss = boss();
    List<TeamField> fields =
        profiles.set(boss, List.of(field("Shoe size", TeamField.Type.TEXT))).fields();
    var _ = say(boss, fields.getFirst(), "forty two");

    assertThat(stored("select fields from team_profile where workspace_id = ?", boss))
        .doesNotContain("Shoe");
    assertThat(stored("select profile from user_account where workspace_id = ? and role = 3", boss))
        .doesNotContain("forty");
  }

  private String stored(String sql, Actor boss) throws Exception {
    try (Connection connection = core.databases.connect(DatabaseRole.WRITER);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, boss.workspace().value());
      try (ResultSet row = statement.executeQuery()) {
        assertThat(row.next()).isTrue();
        return new String(row.getBytes(1), StandardCharsets.ISO_8859_1);
      }
    }
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    Actor boss = boss();
    Actor member = new Actor(acme, bob, Role.MEMBER, false, new Credential.Session(1));
    TeamField team =
        profiles.set(boss, List.of(field("Team", TeamField.Type.TEXT))).fields().getFirst();

    assertRefused("not_admin", () -> profiles.set(member, List.of()));
    assertRefused(
        "too_many_fields",
        () -> profiles.set(boss, Collections.nCopies(51, field("Team", TeamField.Type.TEXT))));
    assertRefused("field_not_found", () -> profiles.set(boss, List.of(unknown(4L << 40))));
    assertRefused("invalid_profile", () -> say(member, team, "of another workspace"));
    for (Draft draft :
        List.of(
            field(" ", TeamField.Type.TEXT),
            field("Team", TeamField.Type.TEXT, "Graz"),
            field("Site", TeamField.Type.OPTIONS_LIST),
            field("Site", TeamField.Type.OPTIONS_LIST, "Graz", "Graz"),
            new Draft(team.id(), "Team", "", TeamField.Type.DATE, List.of(), false))) {
      assertRefused("invalid_arguments", () -> profiles.set(boss, List.of(draft)));
    }
    List<Draft> twice = new ArrayList<>(Collections.nCopies(2, as(team, "Team", false)));
    assertRefused("invalid_arguments", () -> profiles.set(boss, twice));
    assertThat(profiles.of(boss.workspace()).fields()).containsExactly(team);
  }

  private static Draft unknown(long id) {
    return new Draft(new ProfileFieldId(id), "Team", "", TeamField.Type.TEXT, List.of(), false);
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
