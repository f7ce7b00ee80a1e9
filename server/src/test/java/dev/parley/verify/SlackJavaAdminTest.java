package dev.parley.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.request.admin.conversations.AdminConversationsSetConversationPrefsRequest.Pref;
import com.slack.api.methods.request.admin.conversations.AdminConversationsSetConversationPrefsRequest.Prefs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What admins do, by Slack's own Java SDK in its strict mode.
@Tag("story")
@ExtendWith(StoryServer.class)
final class SlackJavaAdminTest {
  private final ServerProcess server;

  SlackJavaAdminTest(ServerProcess server) {
    this.server = server;
  }

  private Slack strict() {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(server.address() + "/api/");
    config.setFailOnUnknownProperties(true);
    return Slack.getInstance(config);
  }

  @Test
  void whoMayPostAndWhoSeesAChannel() throws Exception {
    Company company = new Company(server, "sdk-admin");
    StoryClient bob = company.person("bob");
    Slack slack = strict();
    try {
      MethodsClient owner = slack.methods(company.owner().token());
      String channel =
          owner.conversationsCreate(r -> r.name("notices").isPrivate(false)).getChannel().getId();
      Pref admins = new Pref();
      admins.setTypes(List.of("admin"));
      admins.setUsers(List.of(bob.id));
      Prefs prefs = new Prefs();
      prefs.setWhoCanPost(admins);

      var set =
          owner.adminConversationsSetConversationPrefs(r -> r.channelId(channel).prefs(prefs));
      var read = owner.adminConversationsGetConversationPrefs(r -> r.channelId(channel));
      var shown = owner.conversationsInfo(r -> r.channel(channel)).getChannel();
      var hidden = owner.adminConversationsConvertToPrivate(r -> r.channelId(channel));
      var isPrivate = owner.conversationsInfo(r -> r.channel(channel)).getChannel().isPrivate();

      assertThat(set.getError()).isNull();
      assertThat(read.getPrefs().getWhoCanPost().getType()).containsExactly("admin");
      assertThat(read.getPrefs().getWhoCanPost().getUser()).containsExactly(bob.id);
      assertThat(read.getPrefs().getCanThread().getType()).containsExactly("everyone");
      assertThat(shown.getProperties().getPostingRestrictedTo().getUser()).containsExactly(bob.id);
      assertThat(hidden.getError()).isNull();
      assertThat(isPrivate).isTrue();
    } finally {
      slack.close();
    }
  }

  @Test
  void whoOneIsAsFarAsTheTokenMayKnow() throws Exception {
    Company company = new Company(server, "sdk-identity");
    StoryClient bob = company.person("bob");
    String token =
        company
            .operate(
                "token.create", Map.of("user", "bob", "scopes", "identity.basic,identity.team"))
            .path("token")
            .asText();
    Slack slack = strict();
    try {
      var identity = slack.methods(token).usersIdentity(r -> r);
      var all = slack.methods(bob.token()).usersIdentity(r -> r);

      assertThat(identity.getError()).isNull();
      assertThat(identity.getUser().getId()).isEqualTo(bob.id);
      assertThat(identity.getUser().getEmail()).isNull();
      assertThat(identity.getTeam().getName()).isEqualTo("sdk-identity");
      assertThat(all.getError()).isNull();
      assertThat(all.getUser().getName()).isEqualTo("bob");
    } finally {
      slack.close();
    }
  }

  @Test
  void theWorkspaceAsItsAdminsKnowIt() throws Exception {
    Company company = new Company(server, "sdk-team");
    StoryClient bob = company.person("bob");
    Slack slack = strict();
    try {
      MethodsClient owner = slack.methods(company.owner().token());
      var teams = owner.authTeamsList(r -> r.includeIcon(true));
      var preferences = owner.teamPreferencesList(r -> r);
      var billing = owner.teamBillingInfo(r -> r);
      var billable = owner.teamBillableInfo(r -> r);
      var one = owner.teamBillableInfo(r -> r.user(bob.id));
      var logins = owner.teamAccessLogs(r -> r);
      var exchanged = owner.migrationExchange(r -> r.users(List.of(bob.id)));
      var files = owner.searchFiles(r -> r.query("report"));
      var all = owner.searchAll(r -> r.query("report"));
      var presumed = slack.methods(bob.token()).teamBillableInfo(r -> r);

      assertThat(teams.getTeams()).extracting("name").containsExactly("sdk-team");
      assertThat(preferences.getMsgEditWindowMins()).isEqualTo(-1);
      assertThat(billing.getPlan()).isEqualTo("plus");
      assertThat(billable.getBillableInfo()).hasSize(2).containsKey(bob.id);
      assertThat(one.getBillableInfo()).containsOnlyKeys(bob.id);
      assertThat(logins.getError()).isNull();
      assertThat(exchanged.getError()).isEqualTo("not_enterprise_team");
      assertThat(files.getFiles().getMatches()).isEmpty();
      assertThat(all.getMessages().getTotal()).isZero();
      assertThat(presumed.getError()).isEqualTo("restricted_action");
    } finally {
      slack.close();
    }
  }
}
