package dev.parley.app.demo;

import dev.parley.app.cli.CommandException;
import dev.parley.core.identity.AccountService;
import dev.parley.core.identity.Passwords;
import dev.parley.core.user.UserService;
import dev.parley.core.workspace.Workspace;
import dev.parley.core.workspace.WorkspaceService;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.UserId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.storage.writer.ClockGuard;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Sees to it that there is a whole demo company: makes it where there is no workspace, leaves it
/// as it is where it was made before. Called once, before the server opens its port.
public final class Demo {
  /// The seed of the company that `--demo` makes.
  public static final long SEED = 2_026;

  /// How many messages it has, or a few more.
  public static final int MESSAGES = 5_000;

  /// The company's short name.
  public static final String SLUG = "northlight-demo";

  /// What its people's addresses end with.
  public static final String DOMAIN = "northlight.example";

  private static final String NAME = "Northlight";

  /// Who signs in with the other browser.
  private static final String SECOND = "jonas";

  private static final int REPORTS = 4;

  private final WorkspaceService workspaces;
  private final AccountService accounts;
  private final UserService users;
  private final Passwords passwords;
  private final SignIns signIns;
  private final Clock clock;
  private final PrintStream console;

  /// @param signIns the passwords
  /// @param console is told how far it is and how to sign in
  public Demo(
      WorkspaceService workspaces,
      AccountService accounts,
      UserService users,
      Passwords passwords,
      SignIns signIns,
      Clock clock,
      PrintStream console) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.users = users;
    this.passwords = passwords;
    this.signIns = signIns;
    this.clock = clock;
    this.console = console;
  }

  /// The password of somebody who signs in, by their handle: that of the setting, or one that this
  /// deployment's key gives, the same at each start.
  public interface SignIns {
    String password(String handle);

    /// Whether it is the password of that address.
    boolean opens(EmailAddress email, String password);
  }

  /// Makes services whose time a clock moves. Closed when the company is made.
  @FunctionalInterface
  public interface Stage {
    Running open(ClockGuard clock);
  }

  /// Services that run.
  public record Running(DemoServices services, Runnable close) {}

  /// Makes the company unless it is there.
  ///
  /// @throws CommandException if there are other workspaces
  public void ensure(Stage stage, long seed, int messages) {
    Optional<Workspace> present = workspaces.findBySlug(SLUG);
    if (present.isPresent()) {
      console.println("Demo company    " + NAME + ", made before");
      letIn(present.get().id(), DemoCast.read());
      return;
    }
    if (!workspaces.isEmpty()) {
      throw new CommandException(
          "This server has workspaces already: start the demo with a data directory of its own, such"
              + " as --data demo-data.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long begin = System.nanoTime();
    DemoPlan plan = DemoPlan.make(seed, now, messages);
    DemoClock past = new DemoClock(now.minus(Duration.ofDays(DemoPlan.DAYS)));
    Running running = stage.open(past);
    try {
      make(running.services(), past, plan, now);
    } finally {
      running.close().run();
    }
    long millis = (System.nanoTime() - begin) / 1_000_000;
    console.printf(
        "Demo company    %s: %d people, %d channels, %d messages, made in %.1f s%n",
        NAME, people(plan), plan.cast().rooms().size(), plan.messages(), millis / 1_000.0);
    letIn(workspaces.findBySlug(SLUG).orElseThrow().id(), plan.cast());
  }

  private static long people(DemoPlan plan) {
    return plan.cast().people().stream().filter(person -> !person.isBot()).count();
  }

  private void make(DemoServices services, DemoClock past, DemoPlan plan, Instant now) {
    AtomicInteger said = new AtomicInteger();
    int part = Math.max(1, plan.messages() / REPORTS);
    DemoFill fill =
        new DemoFill(
            services,
            past,
            plan,
            now,
            () -> {
              int count = said.incrementAndGet();
              if (count % part == 0) {
                console.printf("Demo company    %d of %d messages%n", count, plan.messages());
              }
            });
    var _ = services.accounts().found(NAME, SLUG, person(plan.cast().owner()), true, fill::fill);
  }

  /// Lets the second person sign in too, if that was not reached before, and tells the console how
  /// to.
  private void letIn(WorkspaceId workspace, DemoCast cast) {
    DemoCast.Person second = cast.person(SECOND);
    UserId user = users.findByHandle(workspace, SECOND).orElseThrow().id();
    accounts.letIn(workspace, user, person(second));
    for (DemoCast.Person person : List.of(cast.owner(), second)) {
      EmailAddress email = DemoFill.address(person.handle());
      String password = signIns.password(person.handle());
      console.printf(
          "Sign in as      %s, %s%n",
          email.value(),
          signIns.opens(email, password) ? "password " + password : "with the password it has now");
    }
  }

  private AccountService.Person person(DemoCast.Person person) {
    return new AccountService.Person(
        person.handle(),
        DemoFill.profile(person),
        Optional.of(DemoFill.address(person.handle())),
        Optional.of(hash(person)),
        person.role());
  }

  private String hash(DemoCast.Person person) {
    try {
      return passwords.hash(
          signIns.password(person.handle()), List.of(person.handle(), person.name(), NAME));
    } catch (Refusal refusal) {
      throw new CommandException(
          "The demo's password cannot be: " + refusal.detail().orElse(refusal.code()) + ".");
    }
  }
}
