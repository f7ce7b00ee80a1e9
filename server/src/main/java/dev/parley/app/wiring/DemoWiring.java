package dev.parley.app.wiring;

import dev.parley.app.config.ServerConfig.DemoConfig;
import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoServices;
import dev.parley.fanout.Broker;
import dev.parley.fanout.MemoryBroker;
import dev.parley.kernel.EmailAddress;
import dev.parley.storage.writer.ClockGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.time.Clock;

/// The demo's company: services of its own, whose commit loop tells the past, as long as it is
/// made.
final class DemoWiring {
  /// A system property by which tests ask for a smaller company.
  private static final String MESSAGES = "parley.demo.messages";

  private static final int GROUPS = 4;
  private static final int GROUP = 5;

  private DemoWiring() {}

  /// Sees to it that there is the company.
  static void ensure(
      DemoConfig config,
      StorageWiring storage,
      CoreWiring core,
      SignInWiring signIn,
      Clock clock,
      PrintStream console) {
    Demo.SignIns signIns =
        new Demo.SignIns() {
          @Override
          public String password(String handle) {
            return config.password().orElseGet(() -> derived(storage, handle));
          }

          @Override
          public boolean opens(EmailAddress email, String password) {
            return signIn.signIns().opens(email, password);
          }
        };
    new Demo(
            signIn.workspaces(),
            signIn.accounts(),
            core.users(),
            signIn.passwords(),
            signIns,
            clock,
            console)
        .ensure(
            past -> stage(storage, past, clock),
            Demo.SEED,
            Integer.getInteger(MESSAGES, Demo.MESSAGES));
  }

  private static Demo.Running stage(StorageWiring storage, ClockGuard past, Clock clock) {
    Broker nobody = new MemoryBroker();
    CoreWiring core = CoreWiring.start(storage, nobody, past, new SimpleMeterRegistry(), clock);
    SignInWiring signIn = SignInWiring.start(storage, core, nobody, clock);
    DemoServices services =
        new DemoServices(
            storage.tenants(),
            signIn.accounts(),
            core.users(),
            core.channels(),
            core.conversations(),
            core.memberships(),
            core.messages(),
            core.threads(),
            core.reactions(),
            core.usergroups());
    return new Demo.Running(services, core::close);
  }

  /// A password that the deployment's key gives: unknown to others, and the same at each start, so
  /// that it can be told again.
  private static String derived(StorageWiring storage, String handle) {
    String digits = storage.master().secret("demo/" + handle);
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      password.append(i == 0 ? "" : "-").append(digits, i * GROUP, (i + 1) * GROUP);
    }
    return password.toString();
  }
}
