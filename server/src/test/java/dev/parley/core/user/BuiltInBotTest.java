package dev.parley.core.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.UserId;
import dev.parley.testkit.AcmeTest;
import dev.parley.testkit.TestPostgres;
import org.junit.jupiter.api.Test;

/// The bot by which the product speaks to people.
final class BuiltInBotTest extends AcmeTest {
  private final UserService users;

  BuiltInBotTest(TestPostgres.Cluster cluster) throws Exception {
    super(cluster);
    users = new UserService(core.tenants, core.commits, core.ids, core.keys);
  }

  @Test
  void whoeverHadItsHandleBeforeStandsInNobodysWay() throws Exception {
    UserId person = core.newUser(acme, BuiltInBot.HANDLE);
    UserId bot = new BuiltInBot(users).of(acme);

    assertThat(bot).isNotEqualTo(person);
    assertThat(users.get(acme, bot).name()).isEqualTo("parleybot-2");
    assertThat(BuiltInBot.is(users.get(acme, bot))).isTrue();
    assertThat(BuiltInBot.is(users.get(acme, person))).isFalse();
    assertThat(new BuiltInBot(users).of(acme)).isEqualTo(bot);
  }
}
