package dev.parley.app.demo;

import dev.parley.core.access.Role;
import dev.parley.core.channel.ChannelEdit;
import dev.parley.core.identity.AccountService.Founded;
import dev.parley.core.user.NewUser;
import dev.parley.core.usergroup.UsergroupEdit;
import dev.parley.kernel.ChannelId;
import dev.parley.kernel.EmailAddress;
import dev.parley.kernel.StreamKey;
import dev.parley.kernel.UserId;
import dev.parley.kernel.UsergroupId;
import dev.parley.kernel.WorkspaceId;
import dev.parley.protocol.view.ProfileText;
import dev.parley.protocol.view.UserView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/// Lets the demo's company live through its history: people and groups first, then every
/// conversation on a thread of its own.
final class DemoFill {
  private static final int MOST_AT_ONCE = 128;
  private static final Set<String> STANDARD = Set.of("general", "random");

  private final DemoServices services;
  private final DemoClock clock;
  private final DemoPlan plan;
  private final Instant now;
  private final Runnable said;

  /// @param said is told of each message, on any thread
  DemoFill(DemoServices services, DemoClock clock, DemoPlan plan, Instant now, Runnable said) {
    this.services = services;
    this.clock = clock;
    this.plan = plan;
    this.now = now;
    this.said = said;
  }

  /// Fills a workspace that has an owner and the standard channels.
  void fill(Founded founded) {
    WorkspaceId workspace = founded.workspace().id();
    DemoTown town = new DemoTown(workspace);
    people(town, founded.owner());
    standardChannels(town, founded.owner().id());
    List<DemoLife> lives = new ArrayList<>();
    for (DemoTalk talk : plan.talks()) {
      lives.add(open(town, talk));
    }
    circles(town);
    inParallel(lives.stream().<Runnable>map(life -> () -> life.run(said)).toList());
    inParallel(lives.stream().flatMap(life -> life.reactions().stream()).toList());
    readEverything(lives);
    archive(town);
    plan.cast().people().stream()
        .filter(person -> person.until() > 0)
        .forEach(
            person -> {
              var _ = services.users().activate(workspace, null, town.user(person.handle()), false);
            });
  }

  static ProfileText profile(DemoCast.Person person) {
    return new ProfileText(
        person.name(),
        person.title(),
        "",
        person.pronouns(),
        person.statusText(),
        person.statusEmoji(),
        0,
        person.zone().getId(),
        person.face().code(),
        Map.of());
  }

  private void people(DemoTown town, UserView owner) {
    List<DemoCast.Person> others =
        plan.cast().people().stream()
            .filter(person -> person.role() != Role.PRIMARY_OWNER)
            .toList();
    List<NewUser> accounts =
        others.stream()
            .map(
                person ->
                    new NewUser(
                        person.handle(),
                        "",
                        profile(person),
                        person.role(),
                        person.isBot(),
                        null,
                        person.isBot() ? null : address(person.handle()),
                        0))
            .toList();
    List<CompletableFuture<UserView>> created =
        services.users().createAll(town.workspace(), accounts);
    for (int i = 0; i < created.size(); i++) {
      town.put(others.get(i).handle(), created.get(i).join().id());
    }
    town.put(owner.name(), owner.id());
  }

  static EmailAddress address(String handle) {
    return EmailAddress.parse(handle + "@" + Demo.DOMAIN).orElseThrow();
  }

  private void standardChannels(DemoTown town, UserId owner) {
    services
        .database()
        .read(
            town.workspace(),
            handle -> services.conversations().mine(handle, town.workspace(), owner))
        .forEach(
            conversation -> {
              String name = conversation.channel().name();
              if (name != null) {
                town.put(name, conversation.channel().id());
              }
            });
  }

  private void circles(DemoTown town) {
    for (DemoCast.Circle circle : plan.cast().circles()) {
      var owner = town.actor(plan.cast().owner().handle(), Role.PRIMARY_OWNER);
      UsergroupId group =
          services
              .usergroups()
              .create(
                  owner,
                  new UsergroupEdit.Create(
                      circle.name(), circle.handle(), circle.description(), List.of()))
              .id();
      List<UserId> members =
          plan.cast().named(circle.members()).stream()
              .map(person -> town.user(person.handle()))
              .toList();
      var _ = services.usergroups().edit(owner, group, new UsergroupEdit.People(members));
      town.put(circle.handle(), group);
    }
  }

  /// Makes a conversation as it was on its first day.
  private DemoLife open(DemoTown town, DemoTalk talk) {
    DemoCast.Room room = talk.room();
    ChannelId channel = room == null ? direct(town, talk) : channel(town, talk, room);
    return new DemoLife(services, town, clock, channel, talk);
  }

  private ChannelId direct(DemoTown town, DemoTalk talk) {
    List<UserId> people = talk.people().stream().map(person -> town.user(person.handle())).toList();
    if (!talk.steps().isEmpty()) {
      clock.moveEverythingElse(talk.steps().getFirst().at().minusSeconds(1));
    }
    return services
        .channels()
        .open(town.workspace(), people.getFirst(), Set.copyOf(people))
        .channel();
  }

  private ChannelId channel(DemoTown town, DemoTalk talk, DemoCast.Room room) {
    WorkspaceId workspace = town.workspace();
    UserId creator = town.user(room.creator());
    Instant begin = now.minus(Duration.ofDays(Math.min(room.since(), DemoPlan.DAYS)));
    clock.moveEverythingElse(begin);
    if (!STANDARD.contains(room.name())) {
      town.put(
          room.name(),
          services
              .channels()
              .create(workspace, creator, room.name(), room.isPrivate(), false)
              .channel()
              .id());
    }
    ChannelId channel = town.channel(room.name());
    clock.move(StreamKey.of(workspace, channel), begin);
    List<UserId> members =
        talk.people().stream()
            .filter(person -> person.since() >= Math.min(DemoPlan.DAYS, room.since()))
            .map(person -> town.user(person.handle()))
            .filter(user -> !user.equals(creator))
            .toList();
    if (!members.isEmpty()) {
      var _ = services.memberships().add(workspace, channel, creator, members);
    }
    var actor = town.actor(room.creator(), Role.MEMBER);
    if (!room.topic().isEmpty()) {
      var _ = services.channels().edit(actor, channel, new ChannelEdit.Topic(room.topic()));
    }
    if (!room.purpose().isEmpty()) {
      var _ = services.channels().edit(actor, channel, new ChannelEdit.Purpose(room.purpose()));
    }
    return channel;
  }

  /// Those who sign in find some things unread and all others read.
  private void readEverything(List<DemoLife> lives) {
    Map<String, Integer> unread = new HashMap<>();
    DemoResource.table("unread.txt", 3)
        .forEach(row -> unread.put(row.get(0) + "|" + row.get(1), Integer.parseInt(row.get(2))));
    List<Runnable> readings = new ArrayList<>();
    for (int i = 0; i < lives.size(); i++) {
      DemoLife life = lives.get(i);
      DemoTalk talk = plan.talks().get(i);
      DemoCast.Room room = talk.room();
      String name =
          room == null
              ? talk.people().stream().map(DemoCast.Person::handle).collect(Collectors.joining(" "))
              : room.name();
      for (DemoCast.Person person : talk.people()) {
        if (!person.isBot() && person.wasThere(0)) {
          int left = unread.getOrDefault(name + "|" + person.handle(), 0);
          readings.add(() -> life.read(person.handle(), left, now));
        }
      }
    }
    inParallel(readings);
  }

  private void archive(DemoTown town) {
    for (DemoCast.Room room : plan.cast().rooms()) {
      if (room.until() > 0) {
        ChannelId channel = town.channel(room.name());
        clock.move(
            StreamKey.of(town.workspace(), channel), now.minus(Duration.ofDays(room.until() - 1L)));
        var _ =
            services
                .channels()
                .edit(
                    town.actor(room.creator(), Role.MEMBER),
                    channel,
                    new ChannelEdit.Archived(true));
      }
    }
  }

  /// Runs tasks, at most so many at a time that none waits long for the database.
  private static void inParallel(List<Runnable> tasks) {
    Semaphore places = new Semaphore(MOST_AT_ONCE);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Runnable task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  places.acquireUninterruptibly();
                  try {
                    task.run();
                  } finally {
                    places.release();
                  }
                }));
      }
      for (Future<?> one : running) {
        var _ = one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the demo was made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the demo could not be made", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
