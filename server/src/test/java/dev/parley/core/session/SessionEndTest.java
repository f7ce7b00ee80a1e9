package dev.parley.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.core.access.Credential;
import dev.parley.core.identity.CredentialService;
import dev.parley.core.token.TokenKind;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.fanout.Signal;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.CloseCode;
import dev.parley.testkit.AccountFixture;
import dev.parley.testkit.TestPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a browser is told of a session that is over: how it ended, the same on every way.
@Tag("store")
@ExtendWith(TestPostgres.class)
final class SessionEndTest {
  private final AccountFixture node;
  private final WorkspaceId workspace;
  private final UserId bob;
  private final String cookie;
  private final long session;

  SessionEndTest(TestPostgres.Cluster cluster) throws SQLException, IOException {
    node = new AccountFixture(cluster);
    workspace = node.found("acme", "ann").workspace().id();
    bob = node.accounts.add(workspace, node.person("bob", "bob@acme.test")).id();
    cookie = node.sessions.begin(workspace, bob, "Firefox", "192.0.2.1");
    session = node.credentials.bySession(workspace, cookie).actor().sessionId();
  }

  @AfterEach
  void close() {
    node.close();
  }

  /// The code and, after a slash, the reason.
  private String refusal(CredentialService credentials, String shown) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> {
              var _ = credentials.bySession(workspace, shown);
            });
    return refusal.code() + refusal.reason().map("/"::concat).orElse("");
  }

  private String refusal() {
    return refusal(node.credentials, cookie);
  }

  @Test
  void whoSignsOutIsToldSoOnEveryWay() {
    List<Signal> signals = new CopyOnWriteArrayList<>();
    var _ = node.core.broker.subscribe(StreamKey.of(workspace, bob), signals::add);
    assertThat(node.credentials.endOf(workspace, session)).isEmpty();

    node.sessions.signOut(workspace, bob, session);

    assertThat(signals)
        .containsExactly(new Signal.EndSession(StreamKey.of(workspace, bob), session, 4203));
    assertThat(node.credentials.endOf(workspace, session)).contains(CloseCode.SIGNED_OUT);
    assertThat(refusal()).isEqualTo("invalid_auth/signed_out");
    node.clock.forward(SessionService.LIFE.plus(Duration.ofDays(1)));
    assertThat(refusal()).isEqualTo("invalid_auth/signed_out");
  }

  @Test
  void whoIsShutOutIsNotSaidToHaveSignedOut() {
    var _ = node.standings.deactivate(workspace, null, bob);

    assertThat(refusal()).isEqualTo("account_inactive");
    assertThat(node.credentials.endOf(workspace, session)).contains(CloseCode.ACCOUNT_INACTIVE);
    var _ = node.standings.reactivate(workspace, null, bob);
    assertThat(refusal()).isEqualTo("invalid_auth");
    assertThat(node.credentials.endOf(workspace, session)).contains(CloseCode.SESSION_ENDED);
  }

  @Test
  void whoSignedOutBeforeTheyWereShutOutDid() {
    node.sessions.signOut(workspace, bob, session);
    var _ = node.standings.deactivate(workspace, null, bob);

    assertThat(refusal()).isEqualTo("invalid_auth/signed_out");
    assertThat(node.credentials.endOf(workspace, session)).contains(CloseCode.SIGNED_OUT);
  }

  @Test
  void aSessionThatRanOutIsSaidToHaveRunOut() {
    node.clock.forward(SessionService.LIFE.minusMinutes(1));
    assertThat(node.credentials.endOf(workspace, session)).isEmpty();

    node.clock.forward(Duration.ofMinutes(1));

    assertThat(node.credentials.endOf(workspace, session)).contains(CloseCode.SESSION_EXPIRED);
    assertThat(refusal()).isEqualTo("token_expired");
  }

  @Test
  void aTokenIsSaidToHaveEndedAsASessionIs() {
    long revoked = token(TokenKind.USER);
    long ranOut = token(TokenKind.BOT);
    assertThat(node.credentials.endOf(workspace, revoked)).isEmpty();

    var _ = node.tokens.revoke(workspace, bob, revoked);
    node.tokens.retire(workspace, bob, TokenKind.BOT, Duration.ofMinutes(1));
    node.clock.forward(Duration.ofMinutes(1));

    assertThat(node.credentials.endOf(workspace, revoked)).contains(CloseCode.SESSION_ENDED);
    assertThat(node.credentials.endOf(workspace, ranOut)).contains(CloseCode.SESSION_EXPIRED);
    var _ = node.standings.deactivate(workspace, null, bob);
    assertThat(node.credentials.endOf(workspace, ranOut)).contains(CloseCode.ACCOUNT_INACTIVE);
    assertThat(node.credentials.endOf(workspace, 1)).contains(CloseCode.SESSION_ENDED);
  }

  private long token(TokenKind kind) {
    String token = node.tokens.issue(workspace, bob, kind, Set.of(Credential.Token.CLIENT));
    return node.credentials.byToken(token).actor().credential().id();
  }

  @Test
  void whoGuessesIsToldNothingOfHowASessionEnded() {
    node.sessions.signOut(workspace, bob, session);
    String guessed = cookie.substring(0, cookie.indexOf('-') + 1) + "x".repeat(secretLength());

    assertThat(refusal(node.credentials, guessed)).isEqualTo("invalid_auth");
  }

  private int secretLength() {
    return cookie.length() - cookie.indexOf('-') - 1;
  }

  @Test
  void aWorkspaceThatIsGoneIsSaidToBe() {
    var _ =
        node.directory.run(
            handle ->
                handle.execute(
                    "update workspace set deleted_at = now() where id = ?", workspace.value()));
    CredentialService later =
        new CredentialService(node.tokens, node.sessions, new WorkspaceService(node.directory));

    assertThat(refusal(later, cookie)).isEqualTo("account_inactive/workspace_gone");
    assertThat(later.endOf(workspace, session)).contains(CloseCode.WORKSPACE_GONE);
  }
}
