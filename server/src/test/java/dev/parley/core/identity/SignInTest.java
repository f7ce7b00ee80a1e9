package dev.parley.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.identity.AccountService.Founded;
import dev.parley.kernel.EmailAddress;
import dev.parley.testkit.AccountFixture;
import dev.parley.testkit.TestPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("store")
@ExtendWith(TestPostgres.class)
class SignInTest {
  private static final SignInService.Browser BROWSER =
      new SignInService.Browser("Firefox", "192.0.2.1");

  private final AccountFixture node;

  SignInTest(TestPostgres.Cluster cluster) throws SQLException, IOException {
    node = new AccountFixture(cluster);
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void ownerSignsInWithAddressInAnyCase() {
    Founded acme = node.found("acme", "ann");

    SignIn outcome = signIn(" Ann@ACME.test ", "correct horse");

    assertThat(outcome).isInstanceOf(SignIn.Done.class);
    SignIn.Done done = (SignIn.Done) outcome;
    assertThat(done.user().id()).isEqualTo(acme.owner().id());
    assertThat(node.credentials.bySession(acme.workspace().id(), done.cookie()).actor().user())
        .isEqualTo(acme.owner().id());
  }

  @Test
  void wrongPasswordAndUnknownAddressAreAnsweredAlike() {
    var _ = node.found("acme", "ann");

    assertThat(signIn("ann@acme.test", "wrong")).isEqualTo(new SignIn.Wrong(4));
    assertThat(signIn("nobody@acme.test", "wrong")).isEqualTo(new SignIn.Wrong(4));
  }

  @Test
  void fifthFailureMakesFurtherTriesWaitTwiceAsLongEachTime() {
    var _ = node.found("acme", "ann");
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("ann@acme.test", "wrong")).isEqualTo(new SignIn.Wrong(4 - i));
    }

    assertThat(signIn("ann@acme.test", "correct horse")).isEqualTo(new SignIn.Wait(1));
    node.clock.forward(Duration.ofSeconds(1));
    assertThat(signIn("ann@acme.test", "wrong")).isEqualTo(new SignIn.Wrong(0));
    assertThat(signIn("ann@acme.test", "wrong")).isEqualTo(new SignIn.Wait(2));
    node.clock.forward(Duration.ofSeconds(2));
    assertThat(signIn("ann@acme.test", "correct horse")).isInstanceOf(SignIn.Done.class);
  }

  @Test
  void guessesMadeAtOnceDoNotPassTogether() throws Exception {
    var _ = node.found("acme", "ann");
    try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<SignIn>> guesses = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        guesses.add(guessers.submit(() -> signIn("ann@acme.test", "wrong")));
      }
      int looked = 0;
      for (Future<SignIn> guess : guesses) {
        looked += guess.get() instanceof SignIn.Wrong ? 1 : 0;
      }

      assertThat(looked).isEqualTo(5);
    }
  }

  @Test
  void personOfTwoWorkspacesChooses() {
    Founded acme = node.found("acme", "ann");
    Founded beta = node.found("beta", "ben");
    var _ = node.accounts.add(beta.workspace().id(), node.person("ann", "ann@acme.test"));

    SignIn outcome = signIn("ann@acme.test", "correct horse");

    assertThat(outcome).isInstanceOf(SignIn.Choose.class);
    assertThat(((SignIn.Choose) outcome).workspaces())
        .extracting(workspace -> workspace.slug())
        .containsExactly("acme", "beta");
    SignIn chosen =
        node.signIns.signIn(
            address("ann@acme.test"), "correct horse", Optional.of("acme"), BROWSER);
    assertThat(((SignIn.Done) chosen).workspace().id()).isEqualTo(acme.workspace().id());
  }

  @Test
  void secondWorkspaceOfOneShortNameIsRefused() {
    var _ = node.found("acme", "ann");

    assertThatThrownBy(() -> node.found("ACME", "bob")).hasMessage("slug_taken");
  }

  private SignIn signIn(String email, String password) {
    return node.signIns.signIn(address(email), password, Optional.empty(), BROWSER);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }
}
